import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { passesFile } from './build-passes.mjs';

it('the compiled passes are what their sources compile to', async () => {
  const kept = readFileSync(new URL('../engine/timeline/compiled/passes-binary.ts', import.meta.url), 'utf8');
  expect(kept === (await passesFile()), 'out of date: npm run kernel').toBe(true);
}, 120_000);
