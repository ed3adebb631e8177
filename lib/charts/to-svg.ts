import type { SceneNode } from './scene';
import { checkTag, legalAttribute, legalText } from './scene-rules';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => escapes[letter] ?? letter);
}

/**
 * The picture as SVG text. Only known elements and attributes, every text escaped, code points that XML does not allow
 * replaced; throws RangeError on anything else and on numbers that are not finite.
 */
export function toSvg(scene: SceneNode): string {
  checkTag(scene.tag);
  let attributes = '';
  for (const [name, value] of Object.entries(scene.attributes)) {
    attributes += ` ${name}="${escapeText(String(legalAttribute(name, value)))}"`;
  }
  if (scene.children.length === 0) return `<${scene.tag}${attributes}/>`;
  let inner = '';
  for (const child of scene.children) inner += typeof child === 'string' ? escapeText(legalText(child)) : toSvg(child);
  return `<${scene.tag}${attributes}>${inner}</${scene.tag}>`;
}
