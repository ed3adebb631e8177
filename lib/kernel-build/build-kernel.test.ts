import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { kernelFiles } from './build-kernel.mjs';

it('the compiled kernel is what its sources compile to', async () => {
  for (const [name, text] of Object.entries(await kernelFiles())) {
    const kept = readFileSync(new URL(`../engine/kernel/${name}`, import.meta.url), 'utf8');
    expect(kept === text, `${name} is out of date: npm run kernel`).toBe(true);
  }
}, 120_000);
