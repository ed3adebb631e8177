import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { METHOD } from './method';
import { methodMarkdown } from './method-markdown';

const README = fileURLToPath(new URL('../engine/README.md', import.meta.url));
const PLACE = /(<!-- method -->\n)[\s\S]*(<!-- \/method -->)/;

it('the README of the engine repeats the method page', async () => {
  const readme = readFileSync(README, 'utf8');
  expect(readme).toMatch(PLACE);
  await expect(
    readme.replace(PLACE, (_, open: string, close: string) => `${open}\n${methodMarkdown(METHOD)}\n${close}`),
  ).toMatchFileSnapshot(README);
});
