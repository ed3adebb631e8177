import { readFile } from 'node:fs/promises';
import asc from 'assemblyscript/asc';

/** @param {string} name of a file of the engine @returns {Promise<string>} */
export const readEngineFile = (name) => readFile(new URL(`../engine/${name}`, import.meta.url), 'utf8');

/** Typed arrays by the names that kernel/assembly/arrays.as gives them. */
export const ARRAYS = { Float64Array: 'F64s', Int32Array: 'I32s', Uint8Array: 'U8s' };

/**
 * What TypeScript alone knows is taken away: imports, `!` after an index, destructuring, names of numbers and arrays.
 *
 * @param {string} source
 */
export function withoutTypeScript(source) {
  return source
    .replace(/^import [\s\S]*?;\n/gm, '')
    .replace(/\]!/g, ']')
    .replace(/const \{([^}]+)\} =\s+([^;]+);/g, (_, names, value) =>
      String(names)
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '')
        .map((name) => {
          const [field, local] = name.split(':').map((part) => part.trim());
          return `const ${local ?? field} = ${value}.${field};`;
        })
        .join(' '),
    )
    .replace(/Number\.POSITIVE_INFINITY/g, 'Infinity')
    .replace(/Number\.NEGATIVE_INFINITY/g, '-Infinity')
    .replace(/Number\.NaN/g, 'NaN')
    .replace(/Number\.isNaN/g, 'isNaN')
    .replace(/\b(Float64Array|Int32Array|Uint8Array)\b/g, (type) => ARRAYS[/** @type {keyof typeof ARRAYS} */ (type)]);
}

/**
 * Compiles one text of AssemblyScript, for speed, with vectors and without checks.
 *
 * @param {string} source
 * @param {readonly string[]} options beyond those that all have
 * @returns {Promise<string>} WebAssembly, base64
 */
export async function compiledText(source, options = []) {
  let binary = new Uint8Array(0);
  const { error, stderr } = await asc.main(
    [
      ...['source.ts', '--outFile', 'out.wasm', '-O3', '--converge', '--noAssert', '--runtime', 'stub'],
      ...['--use', 'abort=', '--enable', 'simd', ...options],
    ],
    {
      readFile: (name) => (name === 'source.ts' ? source : null),
      writeFile: (name, contents) => {
        if (name === 'out.wasm') binary = contents;
      },
      listFiles: () => [],
    },
  );
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
  return Buffer.from(binary).toString('base64');
}

/**
 * The beginning of a file that holds compiled code.
 *
 * @param {string} sources where it comes from
 */
export const madeNote = (sources) => `// Made by \`npm run kernel\` from ${sources}; not written by hand.\n`;
