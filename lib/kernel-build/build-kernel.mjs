import { readFile } from 'node:fs/promises';
import asc from 'assemblyscript/asc';
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
const ENGINE = new URL('../engine/', import.meta.url);

/** @param {string} name @returns {Promise<string>} */
const read = (name) => readFile(new URL(name, ENGINE), 'utf8');

/** The type of a field as AssemblyScript knows it, null where the kernel has no use for the field. */
function fieldType(text, classes, enums) {
  const type = text.replace(/^readonly /, '').trim();
  const arrays = {
    Float64Array: 'F64s',
    Int32Array: 'I32s',
    Uint8Array: 'U8s',
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

/** Code in the dialect as AssemblyScript: no imports and exports, no `!`, no destructuring. */
function toAssembly(source) {
  return withoutComments(source)
    .replace(/^import [\s\S]*?;\n/gm, '')
    .replace(/export (interface|enum) \w+ \{\n[\s\S]*?\n\}\n/g, '')
    .replace(/^export type .*;\n/gm, '')
    .replace(/^export /gm, '')
    .replace(/\]!/g, ']')
    .replace(/const \{([^}]+)\} =\s+([^;]+);/g, (_, names, value) =>
      names
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '')
        .map((name) => {
          const [field, local] = name.split(':').map((part) => part.trim());
          return `const ${local ?? field} = ${value}.${field};`;
        })
        .join(' '),
    )
    .replace(/new Float64Array\(/g, 'newF64s(')
    .replace(/Number\.POSITIVE_INFINITY/g, 'Infinity')
    .replace(/Number\.NEGATIVE_INFINITY/g, '-Infinity')
    .replace(/Number\.NaN/g, 'NaN')
    .replace(/Number\.isNaN/g, 'isNaN')
    .replace(/\bFloat64Array\b/g, 'F64s')
    .replace(/\bInt32Array\b/g, 'I32s')
    .replace(/\bUint8Array\b/g, 'U8s')
    .replace(/readonly (\w+)\[\]/g, 'List<$1>');
}

/** @returns {Promise<{ source: string, schema: Record<string, [string, string][]> }>} */
export async function kernelSource() {
  const prelude = await read('kernel/assembly/prelude.as');
  const exported = await read('kernel/assembly/exports.as');
  const rows = await read('kernel/assembly/rows.as');
  const records = await Promise.all(RECORDS.map(read));
  const code = await Promise.all(CODE.map(read));
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
    prelude.replace(/^class /gm, '@unmanaged class '),
    enumTexts.join('\n'),
    classTexts,
    ...[...records, ...code].map(toAssembly),
    rows,
    exported,
  ].join('\n');
  return { source, schema };
}

/** Compiles the kernel. @returns {Promise<{ binary: Uint8Array, text: string, schema: object }>} */
export async function compileKernel() {
  const { source, schema } = await kernelSource();
  const files = new Map([['kernel.ts', source]]);
  const output = new Map();
  const { error, stderr } = await asc.main(
    [
      'kernel.ts',
      '--outFile',
      'kernel.wasm',
      '--textFile',
      'kernel.wat',
      '-O3',
      '--converge',
      '--noAssert',
      '--runtime',
      'stub',
      '--initialMemory',
      '128',
      '--use',
      'abort=',
      '--enable',
      'simd',
    ],
    {
      readFile: (name) => files.get(name) ?? null,
      writeFile: (name, contents) => void output.set(name, contents),
      listFiles: () => [],
    },
  );
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
  return { binary: output.get('kernel.wasm'), text: output.get('kernel.wat'), schema };
}

/** The files that hold compiled code. */
export async function kernelFiles() {
  const { binary, schema } = await compileKernel();
  const note = '// Made by `npm run kernel` from the sources that kernel/README.md names; not written by hand.\n';
  const rows = Object.entries(schema).map(
    ([name, fields]) =>
      `  ${name}: [\n${fields.map(([field, type]) => `    ['${field}', '${type}'],\n`).join('')}  ],\n`,
  );
  return {
    'kernel-binary.ts': `${note}\n/** WebAssembly, base64. */\nexport const KERNEL_BINARY =\n  '${Buffer.from(binary).toString('base64')}';\n`,
    'kernel-schema.ts': `${note}\n/** Fields of the kernel's records in the order of their places, with their types. */\nexport type KernelSchema = Readonly<Record<string, readonly (readonly [string, string])[]>>;\n\nexport const KERNEL_SCHEMA: KernelSchema = {\n${rows.join('')}};\n`,
    ...(await selectorFiles()),
  };
}
