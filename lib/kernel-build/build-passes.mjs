import { ARRAYS, compiledText, madeNote, readEngineFile, withoutTypeScript } from './assembly-script.mjs';

/** The loops of the passes in the dialect that both compilers read (see the README of the timeline). */
const SOURCES = [
  'calendar/worked-in-tables.ts',
  'timeline/pass-arrays.ts',
  'timeline/pass-others.ts',
  'timeline/pass-tasks.ts',
  'timeline/limit-others.ts',
  'timeline/limit-tasks.ts',
];
const PRELUDES = ['kernel/assembly/arrays.as', 'timeline/compiled/prelude.as'];
/** The file that holds them. */
export const TARGET = new URL('../engine/timeline/compiled/passes-binary.ts', import.meta.url);

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

/** Code in the dialect as AssemblyScript. @param {string} source */
function toAssembly(source) {
  return (
    withoutTypeScript(source.replace(/export interface \w+ \{\n[\s\S]*?\n\}\n/g, ''))
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
  const sources = await Promise.all(SOURCES.map(readEngineFile));
  const records = sources.flatMap(recordsOf);
  const classes = records.map(
    ({ name, fields }) =>
      `// @ts-ignore: decorator\n@unmanaged class ${name} { ${fields.map(({ field, type }) => `${field}: ${type};`).join(' ')} }`,
  );
  const preludes = await Promise.all(PRELUDES.map(readEngineFile));
  const source = [...preludes, ...classes, ...sources.map(toAssembly)].join('\n');
  const binary = await compiledText(source, ['--importMemory']);
  const fields = records.map(
    ({ name, fields }) => `  ${name}: [\n${fields.map(({ field }) => `    '${field}',\n`).join('')}  ],\n`,
  );
  return `${madeNote('the sources that lib/kernel-build/build-passes.mjs names')}
/** WebAssembly, base64. */
export const PASSES_BINARY =
  '${binary}';

/** The arrays that each loop is given, in the order of their addresses. */
export const PASS_FIELDS = {
${fields.join('')}} as const;
`;
}
