import { compiledText, madeNote, readEngineFile } from './assembly-script.mjs';

/** The file that holds the compiled selection of order statistics. */
export async function selectorFiles() {
  const binary = await compiledText(await readEngineFile('kernel/assembly/select.as'));
  return {
    'selector-binary.ts': `${madeNote('kernel/assembly/select.as')}\n/** WebAssembly, base64. */\nexport const SELECTOR_BINARY =\n  '${binary}';\n`,
  };
}
