import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { METHOD } from '@/lib/method/method';
import { INPUT_TABLE, methodAnchor, RESULT_TABLE } from '@/lib/scenario/variables';
import { MethodArticle } from './method-article';

let html = '';
let ids: string[] = [];

beforeAll(() => {
  html = renderToStaticMarkup(<MethodArticle />);
  ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1] ?? '');
});

describe('the method page', () => {
  it('has a place for the paragraph of every input and every result', () => {
    for (const { pattern } of INPUT_TABLE) expect(ids, pattern).toContain(methodAnchor(pattern));
    for (const { id } of RESULT_TABLE) expect(ids, id).toContain(methodAnchor(id));
  });

  it('lists every input and every result with its unit and meaning', () => {
    const text = html
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll('&#x27;', "'")
      .replaceAll('&quot;', '"');
    for (const { pattern, explanation } of INPUT_TABLE) {
      expect(text).toContain(pattern);
      expect(text).toContain(explanation.replace(/\.$/, ''));
    }
    for (const { id, explanation } of RESULT_TABLE) {
      expect(text).toContain(id);
      expect(text).toContain(explanation);
    }
  });

  it('leads from its contents to every section, each id once', () => {
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id } of METHOD.flatMap(({ sections }) => sections)) expect(html).toContain(`href="#${id}"`);
  });

  it('typesets its formulas as MathML, with no error and nothing that the policy of the page forbids', () => {
    expect(html.match(/<math/g)?.length).toBeGreaterThan(100);
    expect(html).not.toContain('temml-error');
    expect(html).not.toMatch(/<(script|style|link|iframe)\b/);
    expect(html).not.toMatch(/ on[a-z]+=/);
  });
});
