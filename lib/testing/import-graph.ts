import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ROOMS = ['app', 'components', 'lib', 'e2e'];
const FILES_AT_ROOT = ['proxy.ts', 'instrumentation.ts', 'prisma.config.ts'];
const LEFT_OUT = new Set(['node_modules', 'generated', 'fixtures']);
const SOURCE = /\.(tsx?|mjs)$/;

/** One import of a file. */
export interface Import {
  /** As it is written. */
  readonly specifier: string;
  /** Path of the file in the project (with `/`), or null for a package or a module of Node. */
  readonly file: string | null;
  /** Vanishes when types are erased. */
  readonly typeOnly: boolean;
  /** Names in braces, without those of types. */
  readonly names: readonly string[];
}

export interface SourceFile {
  readonly path: string;
  readonly imports: readonly Import[];
  /** `use client` or `use server` at its top. */
  readonly directive: 'client' | 'server' | null;
}

/** Every source file of the project by its path, with what it imports. Generated code is left out. */
export function readImportGraph(): ReadonlyMap<string, SourceFile> {
  const paths = [
    ...ROOMS.flatMap((room) => filesUnder(join(ROOT, room))),
    ...FILES_AT_ROOT.map((file) => join(ROOT, file)),
  ]
    .map((file) => relative(ROOT, file).split(sep).join('/'))
    .sort();
  const known = new Set(paths);
  return new Map(
    paths.map((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8');
      const imports = importsIn(text).map((found) => ({ ...found, file: resolve(path, found.specifier, known) }));
      return [path, { path, imports, directive: directiveOf(text) }];
    }),
  );
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (LEFT_OUT.has(entry.name)) return [];
    const place = join(folder, entry.name);
    if (entry.isDirectory()) return filesUnder(place);
    return SOURCE.test(entry.name) ? [place] : [];
  });
}

function directiveOf(text: string): SourceFile['directive'] {
  const match = /^\s*(?:(?:\/\/[^\n]*|\/\*[\s\S]*?\*\/)\s*)*['"]use (client|server)['"]/.exec(text);
  return match === null ? null : (match[1] as 'client' | 'server');
}

const STATEMENT = /^\s*(?:import|export)\s+(type\s)?\s*([^'";=()]*?)\s*from\s*['"]([^'"]+)['"]/gm;
const SIDE_EFFECT = /^\s*import\s*['"]([^'"]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;
const COMMENT = /\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/[^\n]*/g;

/** The imports of a text: `import`, `export from`, `import()`. Comments do not count. */
export function importsIn(text: string): Omit<Import, 'file'>[] {
  const code = text.replace(COMMENT, '');
  const found: Omit<Import, 'file'>[] = [];
  for (const [, type, clause = '', specifier = ''] of code.matchAll(STATEMENT)) {
    const braces = /\{([^}]*)\}/.exec(clause)?.[1];
    const all = (braces ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '');
    const names = all.filter((name) => !name.startsWith('type '));
    const hasOnlyTypes = braces !== undefined && all.length > 0 && names.length === 0 && /^\s*\{/.test(clause);
    found.push({ specifier, names, typeOnly: type !== undefined || hasOnlyTypes });
  }
  for (const [, specifier = ''] of code.matchAll(SIDE_EFFECT)) found.push({ specifier, names: [], typeOnly: false });
  // `typeof import('x')` and the like are types; a call stands behind await, return, => or =.
  for (const match of code.matchAll(DYNAMIC)) {
    const before = code.slice(Math.max(0, match.index - 10), match.index);
    found.push({ specifier: match[1] ?? '', names: [], typeOnly: /typeof\s*$/.test(before) });
  }
  return found;
}

function resolve(from: string, specifier: string, known: ReadonlySet<string>): string | null {
  const base = specifier.startsWith('@/')
    ? specifier.slice(2)
    : specifier.startsWith('.')
      ? posix.normalize(posix.join(dirname(from).split(sep).join('/'), specifier))
      : null;
  if (base === null) return null;
  const candidates = [base, `${base}.ts`, `${base}.tsx`, `${base}.mjs`, `${base}/index.ts`, `${base}/index.tsx`];
  // Styles, data and generated code are files of the project too.
  return candidates.find((candidate) => known.has(candidate)) ?? base;
}
