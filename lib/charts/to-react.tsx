import { createElement, type ReactElement, type ReactNode } from 'react';
import type { SceneNode } from './scene';
import { checkTag, legalAttribute, legalText } from './scene-rules';

const propertyNames = new Map<string, string>();

/** React's name of an attribute: camel case but for data-. */
function propertyName(attribute: string): string {
  const known = propertyNames.get(attribute);
  if (known !== undefined) return known;
  const name = attribute.startsWith('data-')
    ? attribute
    : attribute.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  propertyNames.set(attribute, name);
  return name;
}

/** The same picture as React elements, under the same rules as `toSvg`; `root` adds attributes to the outermost one. */
export function toReact(scene: SceneNode, root: Readonly<Record<string, unknown>> = {}): ReactElement {
  checkTag(scene.tag);
  const properties: Record<string, unknown> = { ...root };
  for (const [name, value] of Object.entries(scene.attributes)) {
    // First the check: only known names are remembered.
    const legal = legalAttribute(name, value);
    properties[propertyName(name)] = legal;
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
