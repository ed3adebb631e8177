import { readFile } from 'node:fs/promises';
import asc from 'assemblyscript/asc';

const SOURCE = new URL('../engine/kernel/assembly/select.as', import.meta.url);

/** The file that holds the compiled selection of order statistics. */
export async function selectorFiles() {
  const source = await readFile(SOURCE, 'utf8');
  let binary = new Uint8Array(0);
  const { error, stderr } = await asc.main(
    [
      'select.ts',
      '--outFile',
      'select.wasm',
      '-O3',
      '--converge',
      '--noAssert',
      '--runtime',
      'stub',
      '--use',
      'abort=',
      '--enable',
      'simd',
    ],
    {
      readFile: (name) => (name === 'select.ts' ? source : null),
      writeFile: (name, contents) => {
        if (name === 'select.wasm') binary = contents;
      },
      listFiles: () => [],
    },
  );
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
  const note = '// Made by `npm run kernel` from kernel/assembly/select.as; not written by hand.\n';
  const text = Buffer.from(binary).toString('base64');
  return {
    'selector-binary.ts': `${note}\n/** WebAssembly, base64. */\nexport const SELECTOR_BINARY =\n  '${text}';\n`,
  };
}
