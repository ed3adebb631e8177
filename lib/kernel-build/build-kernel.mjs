import { ARRAYS, compiledText, madeNote, readEngineFile, withoutTypeScript } from './assembly-script.mjs';
import { selectorFiles } from './build-selector.mjs';

/** Record declarations, then code, in the dialect that both compilers read (see README.md). */
const RECORDS = [
  'compile/model.ts',
  'scale-up/month-fields.ts',
  'scale-up/trial-state.ts',
  'finance/net-present-value.ts',
  'distributions/knot-path.ts',
  'scale-up/take-inputs.ts',
  'trials/kept-scalars.ts',
  'trials/keep-trial.ts',
  'results/target-value.ts',
];
const CODE = [
  'scale-up/month-now.ts',
  'scale-up/prepare-trial.ts',
  'scale-up/month-events.ts',
  'scale-up/month-supply.ts',
  'scale-up/month-capacity.ts',
  'scale-up/month-cost.ts',
  'scale-up/month-starts.ts',
  'scale-up/build-lines.ts',
  'scale-up/run-months.ts',
  'market/adoption.ts',
  'market/month-demand.ts',
  'market/prepare-market.ts',
  'finance/month-funding.ts',
  'finance/month-money.ts',
  'finance/rate-of-return.ts',
];
/** The type of a field as AssemblyScript knows it, null where the kernel has no use for the field. */
function fieldType(text, classes, enums) {
  const type = text.replace(/^readonly /, '').trim();
  const arrays = {
    ...ARRAYS,
    boolean: 'bool',
    i32: 'i32',
    f64: 'f64',
  };
  if (Object.hasOwn(arrays, type)) return arrays[type];
  if (enums.has(type)) return 'i32';
  if (classes.has(type)) return type;
  const nullable = /^(\w+) \| null$/.exec(type);
  if (nullable && classes.has(nullable[1])) return type;
  const list = /^(\w+)\[\]$/.exec(type);
  if (list) {
    const item = fieldType(list[1], classes, enums);
    return item === null || item === 'i32' || item === 'f64' || item === 'bool' ? null : `List<${item}>`;
  }
  return null;
}

const withoutComments = (source) => source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

/** Interfaces and enums become records; the fields that the kernel cannot read are left out. */
function recordsOf(sources) {
  const text = withoutComments(sources.join('\n'));
  const declared = [...text.matchAll(/export interface (\w+) \{\n([\s\S]*?)\n\}/g)];
  return declared.map(([, name, body]) => ({
    name,
    fields: [...body.matchAll(/^ {2}(?:readonly )?(\w+): ([^;]+);/gm)].map(([, field, type]) => ({ field, type })),
  }));
}

/** The enums of a source as they stand. */
const enumsOf = (source) =>
  [...withoutComments(source).matchAll(/export (enum \w+ \{\n[\s\S]*?\n\})/g)].map(([, text]) => text);

/** Code in the dialect as AssemblyScript: records and enums stand before it. @param {string} source */
function toAssembly(source) {
  return withoutTypeScript(
    withoutComments(source)
      .replace(/export (interface|enum) \w+ \{\n[\s\S]*?\n\}\n/g, '')
      .replace(/^export type .*;\n/gm, ''),
  )
    .replace(/^export /gm, '')
    .replace(/new F64s\(/g, 'newF64s(')
    .replace(/readonly (\w+)\[\]/g, 'List<$1>');
}

/** @returns {Promise<{ source: string, schema: Record<string, [string, string][]> }>} */
export async function kernelSource() {
  const prelude = await readEngineFile('kernel/assembly/prelude.as');
  const exported = await readEngineFile('kernel/assembly/exports.as');
  const rows = await readEngineFile('kernel/assembly/rows.as');
  const records = await Promise.all(RECORDS.map(readEngineFile));
  const code = await Promise.all(CODE.map(readEngineFile));
  const declared = recordsOf(records);
  const enumTexts = [...records, ...code].flatMap(enumsOf);
  const enums = new Set(enumTexts.map((text) => /enum (\w+)/.exec(text)[1]));
  const given = [...prelude.matchAll(/^class (\w+) \{(.*)\}$/gm)].map(([, name, body]) => ({
    name,
    fields: [...body.matchAll(/(\w+): (\w+);/g)].map(([, field, type]) => ({ field, type })),
  }));
  const classes = new Set([...given, ...declared].map(({ name }) => name));
  const schema = {};
  for (const { name, fields } of given) schema[name] = fields.map(({ field, type }) => [field, type]);
  let classTexts = '';
  for (const { name, fields } of declared) {
    schema[name] = fields.flatMap(({ field, type }) => {
      const known = fieldType(type, classes, enums);
      return known === null ? [] : [[field, known]];
    });
    classTexts += `@unmanaged class ${name} { ${schema[name].map(([field, type]) => `${field}: ${type};`).join(' ')} }\n`;
  }
  const source = [
    await readEngineFile('kernel/assembly/arrays.as'),
    prelude.replace(/^class /gm, '@unmanaged class '),
    enumTexts.join('\n'),
    classTexts,
    ...[...records, ...code].map(toAssembly),
    rows,
    exported,
  ].join('\n');
  return { source, schema };
}

/** The files that hold the compiled kernel and the compiled selection of order statistics, by name. */
export async function kernelFiles() {
  const { source, schema } = await kernelSource();
  // A large scenario finds room in the first memory.
  const binary = await compiledText(source, ['--initialMemory', '128']);
  const note = madeNote('the sources that kernel/README.md names');
  const rows = Object.entries(schema).map(
    ([name, fields]) =>
      `  ${name}: [\n${fields.map(([field, type]) => `    ['${field}', '${type}'],\n`).join('')}  ],\n`,
  );
  return {
    'kernel-binary.ts': `${note}\n/** WebAssembly, base64. */\nexport const KERNEL_BINARY =\n  '${binary}';\n`,
    'kernel-schema.ts': `${note}\n/** Fields of the kernel's records in the order of their places, with their types. */\nexport type KernelSchema = Readonly<Record<string, readonly (readonly [string, string])[]>>;\n\nexport const KERNEL_SCHEMA: KernelSchema = {\n${rows.join('')}};\n`,
    ...(await selectorFiles()),
  };
}
