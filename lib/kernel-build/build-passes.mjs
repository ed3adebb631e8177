import { readFile } from 'node:fs/promises';
import asc from 'assemblyscript/asc';

/** The loops of the passes in the dialect that both compilers read (see the README of the timeline). */
const SOURCES = [
  'calendar/worked-in-tables.ts',
  'timeline/pass-arrays.ts',
  'timeline/pass-others.ts',
  'timeline/pass-tasks.ts',
  'timeline/limit-others.ts',
  'timeline/limit-tasks.ts',
];
const PRELUDE = 'timeline/compiled/prelude.as';
/** The file that holds them. */
export const TARGET = new URL('../engine/timeline/compiled/passes-binary.ts', import.meta.url);

/** @param {string} name @returns {Promise<string>} */
const read = (name) => readFile(new URL(`../engine/${name}`, import.meta.url), 'utf8');

const ARRAYS = { Float64Array: 'Float64s', Int32Array: 'Int32s', Uint8Array: 'Bytes' };

/** The interfaces of a source and the names of their fields, with the types of arrays. @param {string} source */
function recordsOf(source) {
  return [...source.matchAll(/export interface (\w+) \{\n([\s\S]*?)\n\}/g)].map(([, name, body]) => ({
    name: String(name),
    fields: [...String(body).matchAll(/^ {2}(?:readonly )?(\w+): (\w+);/gm)].map(([, field, type]) => ({
      field: String(field),
      type: ARRAYS[/** @type {keyof typeof ARRAYS} */ (type)],
    })),
  }));
}

/** Code in the dialect as AssemblyScript: no imports, no `!`, no destructuring. @param {string} source */
function toAssembly(source) {
  return (
    source
      .replace(/^import [\s\S]*?;\n/gm, '')
      .replace(/export interface \w+ \{\n[\s\S]*?\n\}\n/g, '')
      .replace(/\]!/g, ']')
      .replace(/const \{([^}]+)\} = (\w+);/g, (_, names, from) =>
        String(names)
          .split(',')
          .map((name) => `const ${name.trim()} = ${from}.${name.trim()};`)
          .join(' '),
      )
      .replace(/Number\.POSITIVE_INFINITY/g, 'Infinity')
      .replace(/Number\.NEGATIVE_INFINITY/g, '-Infinity')
      .replace(/Number\.NaN/g, 'NaN')
      .replace(/Number\.isNaN/g, 'isNaN')
      .replace(/\b(Float64Array|Int32Array|Uint8Array)\b/g, (type) => ARRAYS[/** @type {keyof typeof ARRAYS} */ (type)])
      .replace(/Math\.abs/g, 'abs')
      .replace(/\): boolean \{/g, '): bool {')
      // Those that the prelude has in its own way.
      .replace(/\/\*\*[^/]*\*\/\nfunction (?:beyondTolerance|wholeOf)[\s\S]*?\n\}\n/g, '')
      .replace(/const TO_WHOLE = .*\n/, '')
      .replace(/^function (placeOfShare)\(/gm, '// @ts-ignore: decorator\n@inline function $1(')
      // The look-ups are part of the loops.
      .replace(/export function (\w+In|\w+Within|isWithin)\(/g, '// @ts-ignore: decorator\n@inline function $1(')
      // JavaScript calls the loops alone.
      .replace(/^export function (?!passTasks|limitTasks)/gm, 'function ')
  );
}

/** The text of the file that holds the compiled passes. @returns {Promise<string>} */
export async function passesFile() {
  const sources = await Promise.all(SOURCES.map(read));
  const records = sources.flatMap(recordsOf);
  const classes = records.map(
    ({ name, fields }) =>
      `// @ts-ignore: decorator\n@unmanaged class ${name} { ${fields.map(({ field, type }) => `${field}: ${type};`).join(' ')} }`,
  );
  const source = [await read(PRELUDE), ...classes, ...sources.map(toAssembly)].join('\n');
  /** @type {Map<string, string | Uint8Array>} */
  const output = new Map();
  const { error, stderr } = await asc.main(
    [
      ...['passes.ts', '--outFile', 'passes.wasm', '-O3', '--converge', '--noAssert', '--runtime', 'stub'],
      ...['--use', 'abort=', '--enable', 'simd', '--importMemory'],
    ],
    {
      readFile: (name) => (name === 'passes.ts' ? source : null),
      writeFile: (name, contents) => void output.set(name, contents),
      listFiles: () => [],
    },
  );
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
  const fields = records.map(
    ({ name, fields }) => `  ${name}: [\n${fields.map(({ field }) => `    '${field}',\n`).join('')}  ],\n`,
  );
  return `// Made by \`npm run kernel\` from the sources that it names; not written by hand.

/** WebAssembly, base64. */
export const PASSES_BINARY =
  '${Buffer.from(/** @type {Uint8Array} */ (output.get('passes.wasm'))).toString('base64')}';

/** The arrays that each loop is given, in the order of their addresses. */
export const PASS_FIELDS = {
${fields.join('')}} as const;
`;
}
