import { createElement, type ReactElement, type ReactNode } from 'react';
import type { SceneNode } from './scene';
import { checkAttribute, checkTag, legalText } from './scene-rules';

const camelCase = (name: string) =>
  name.startsWith('data-') ? name : name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The same picture as React elements, under the same rules as `toSvg`; `root` adds attributes to the outermost one. */
export function toReact(scene: SceneNode, root: Readonly<Record<string, unknown>> = {}): ReactElement {
  checkTag(scene.tag);
  const properties: Record<string, unknown> = { ...root };
  for (const [name, value] of Object.entries(scene.attributes)) {
    checkAttribute(name, value);
    properties[camelCase(name)] = typeof value === 'number' ? value : legalText(value);
  }
  const children: ReactNode[] = scene.children.map((child, index) =>
    typeof child === 'string' ? legalText(child) : toReact(child, { key: child.key ?? index }),
  );
  return createElement(
    scene.tag,
    properties,
    ...(children.length > 0 ? [children.length === 1 ? children[0] : children] : []),
  );
}
