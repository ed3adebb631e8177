import type { SceneTag } from './scene';

/** What a picture may be made of. No links, no scripts, no styles, nothing that loads. */
export const allowedTags: ReadonlySet<SceneTag> = new Set([
  'svg',
  'g',
  'path',
  'rect',
  'line',
  'circle',
  'text',
  'tspan',
  'title',
  'desc',
  'defs',
  'pattern',
  'clipPath',
]);

export const allowedAttributes: ReadonlySet<string> = new Set([
  'xmlns',
  'id',
  'viewBox',
  'width',
  'height',
  'x',
  'y',
  'x1',
  'x2',
  'y1',
  'y2',
  'cx',
  'cy',
  'r',
  'rx',
  'd',
  'dx',
  'dy',
  'fill',
  'fill-opacity',
  'fill-rule',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'transform',
  'clip-path',
  'patternUnits',
  'patternTransform',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'paint-order',
  'shape-rendering',
  'role',
  'data-series',
  'data-task',
  'data-month',
]);

const nonFinite = /NaN|Infinity/;
const foreignUrl = /url\((?!#[A-Za-z0-9_-]+\))/i;

/** Throws RangeError for what must never reach a picture; our mistake, never the reader's. */
export function checkTag(tag: string): void {
  if (!allowedTags.has(tag as SceneTag)) throw new RangeError(`A picture has no element "${tag}".`);
}

/** What a path may be written with: commands and numbers. Neither NaN nor Infinity, no text, no reference. */
const pathData = /^[MLHVCSQTAZmlhvcsqtaz\d.,\s-]*$/;

function checkAttribute(name: string, value: string | number): void {
  if (!allowedAttributes.has(name)) throw new RangeError(`A picture has no attribute "${name}".`);
  if (typeof value === 'number' ? !Number.isFinite(value) : nonFinite.test(value) && name !== 'data-series') {
    throw new RangeError(`The attribute "${name}" is not finite: ${String(value).slice(0, 80)}.`);
  }
  if (typeof value === 'string' && foreignUrl.test(value)) {
    throw new RangeError(`The attribute "${name}" refers outside the picture.`);
  }
}

/** The value of an attribute as a picture may have it; throws RangeError as above. Hot: most of it are paths. */
export function legalAttribute(name: string, value: string | number): string | number {
  // A path has thousands of letters: one look says that all rules hold.
  if (name === 'd' && typeof value === 'string' && pathData.test(value)) return value;
  const known = typeof value === 'string' ? legalValues.get(name)?.get(value) : undefined;
  if (known !== undefined) return known;
  checkAttribute(name, value);
  if (typeof value === 'number') return value;
  const legal = legalText(value);
  remember(name, value, legal);
  return legal;
}

/** Colours, dashes, anchors: the same few stand in every picture. */
const legalValues = new Map<string, Map<string, string>>();
const MOST_REMEMBERED = 500;
const LONGEST_REMEMBERED = 40;

function remember(name: string, value: string, legal: string): void {
  if (value.length > LONGEST_REMEMBERED) return;
  const values = legalValues.get(name) ?? new Map<string, string>();
  if (values.size >= MOST_REMEMBERED) values.clear();
  values.set(value, legal);
  legalValues.set(name, values);
}

// Code points that XML 1.0 does not allow, lone surrogates among them, and bidirectional overrides, which would let a
// name turn the text around it.
const illegal =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to replace
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff\u202a-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text with what XML cannot hold replaced by U+FFFD. */
export function legalText(text: string): string {
  return text.replace(illegal, '\ufffd');
}
