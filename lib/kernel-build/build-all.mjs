import { writeFile } from 'node:fs/promises';
import { kernelFiles } from './build-kernel.mjs';
import { passesFile, TARGET } from './build-passes.mjs';

// Everything that is compiled to WebAssembly: the trials and the selection of percentiles, and the schedule passes.
for (const [name, text] of Object.entries(await kernelFiles())) {
  await writeFile(new URL(`../engine/kernel/${name}`, import.meta.url), text);
}
await writeFile(TARGET, await passesFile());
