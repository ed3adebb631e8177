import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { lightTheme } from '../theme/palette';
import { lane, laneIds } from './lanes/lane-catalogue';
import type { SceneNode, SceneTag } from './scene';
import { localId, node, textNode } from './scene-nodes';
import { exampleResults } from './testing/example-results';
import { toReact } from './to-react';
import { toSvg } from './to-svg';

const scene = (attributes: SceneNode['attributes'], children: SceneNode['children'] = []): SceneNode => ({
  tag: 'g',
  attributes,
  children,
});

describe.each([
  ['toSvg', toSvg],
  ['toReact', (one: SceneNode) => renderToStaticMarkup(toReact(one))],
])('%s', (_, write) => {
  it('refuses elements and attributes that load, link or run', () => {
    for (const tag of ['script', 'foreignObject', 'image', 'a', 'use', 'style']) {
      expect(() => write({ tag: tag as SceneTag, attributes: {}, children: [] })).toThrow(RangeError);
    }
    for (const name of ['href', 'xlink:href', 'onclick', 'onload', 'style', 'class']) {
      expect(() => write(scene({ [name]: 'x' }))).toThrow(RangeError);
    }
    expect(() => write(scene({ fill: 'url(https://example.org/x)' }))).toThrow(RangeError);
    expect(write(scene({ fill: 'url(#c-1)' }))).toContain('url(#c-1)');
  });
  it('refuses numbers that are not finite, inside paths too', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expect(() => write(scene({ x: value }))).toThrow(RangeError);
      expect(() => write(scene({ d: `M0,0L${value},1` }))).toThrow(RangeError);
    }
  });
  it('escapes text and replaces what XML cannot hold', () => {
    const hostile = '<script>&"\u0000\u0007\ud800 \u202eabc</script>';
    const text = write(textNode(hostile, 0, 0, { fill: '#000' }));
    expect(text).not.toContain('<script');
    expect(text).toContain('&lt;script&gt;&amp;');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: looked for
    expect(text).not.toMatch(/[\u0000-\u0008\u202e]|[\ud800-\udbff](?![\udc00-\udfff])/);
    expect(text).toContain('\ufffd');
  });
});

describe('both writers', () => {
  it('draw the same picture', () => {
    const results = exampleResults();
    const order = (svg: string) => svg.replace(/&#x27;/g, '&#39;').replace(/"\/>|"><\/\w+>/g, '"/>');
    for (const id of laneIds(results.document)) {
      const { scene: picture } = lane(id, results, { width: 700, height: 260, theme: lightTheme });
      expect(order(renderToStaticMarkup(toReact(picture)))).toBe(order(toSvg(picture)));
    }
  });
});

describe('local ids', () => {
  it('are made of letters that need no quoting and stay apart', () => {
    const names = ['a b', 'a/b', 'a_20b', '固', '"><x'].map((name) => localId(':r1:', name));
    for (const name of names) expect(name).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(new Set(names.slice(0, 2).concat(names.slice(3))).size).toBe(4);
  });
  it('undefined attributes are left out', () => {
    expect(toSvg(node('g', { x: undefined, y: 1 }))).toBe('<g y="1"/>');
  });
});
