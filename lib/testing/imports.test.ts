import { describe, expect, it } from 'vitest';
import { importsIn, readImportGraph, type SourceFile } from './import-graph';

const graph = readImportGraph();
const isTest = (path: string) => /\.(test|bench)\.tsx?$|(^|\/)(testing|e2e)\//.test(path) || path.startsWith('e2e/');
const sources = [...graph.values()].filter(({ path }) => !isTest(path));
const within = (room: string) => sources.filter(({ path }) => path.startsWith(`${room}/`));

/** `file -> import` for every import that a rule forbids. */
function offences(
  files: readonly SourceFile[],
  isForbidden: (found: SourceFile['imports'][number]) => boolean,
): string[] {
  return files.flatMap(({ path, imports }) =>
    imports.filter(isForbidden).map(({ specifier }) => `${path} -> ${specifier}`),
  );
}

const isIn = (file: string | null, ...rooms: string[]) =>
  file !== null && rooms.some((room) => file === room || file.startsWith(`${room}/`));

describe('imports run one way', () => {
  it('the engine imports itself, the types of the document and the names of outputs, by relative paths', () => {
    const files = within('lib/engine');
    expect(files.length).toBeGreaterThan(50);
    const found = offences(files, ({ file, specifier, typeOnly }) => {
      if (!specifier.startsWith('.')) return true;
      if (isIn(file, 'lib/engine') || file === 'lib/scenario/output-name.ts') return false;
      return !(file === 'lib/scenario/document.ts' && typeOnly);
    });
    expect(found).toEqual([]);
  });

  it('charts and findings are pure: no React but in the one writer for it, no DOM, no server, nothing of Node', () => {
    const files = [...within('lib/charts'), ...within('lib/findings')];
    const domOfD3 = /^(select|selectAll|zoom|drag|brush\w*|pointers?|transition)\b/;
    const found = offences(
      files.filter(({ path }) => path !== 'lib/charts/to-react.tsx'),
      ({ file, specifier, names }) =>
        /^(react|react-dom|next|@mantine|@tabler|node:)/.test(specifier) ||
        isIn(file, 'lib/server', 'components', 'app') ||
        (specifier.startsWith('d3') && names.some((name) => domOfD3.test(name))),
    );
    expect(found).toEqual([]);
  });

  it('nothing in lib imports components or app, no component imports app', () => {
    expect(offences(within('lib'), ({ file }) => isIn(file, 'components', 'app'))).toEqual([]);
    expect(offences(within('components'), ({ file }) => isIn(file, 'app'))).toEqual([]);
  });

  it('what computes and draws does not know the server; from elsewhere in lib only types of it are seen', () => {
    const pure = ['engine', 'scenario', 'charts', 'findings', 'format', 'exports', 'runner', 'theme', 'method'];
    const files = pure.flatMap((room) => within(`lib/${room}`));
    expect(offences(files, ({ file }) => isIn(file, 'lib/server'))).toEqual([]);
    const others = within('lib').filter(({ path }) => !isIn(path, 'lib/server'));
    expect(offences(others, ({ file, typeOnly }) => isIn(file, 'lib/server') && !typeOnly)).toEqual([]);
  });

  it('only lib/server touches the database', () => {
    const files = sources.filter(({ path }) => !isIn(path, 'lib/server') && path !== 'prisma.config.ts');
    const found = offences(
      files,
      ({ specifier, file }) =>
        /^(@prisma\/|prisma\b|@libsql\/|libsql)/.test(specifier) ||
        isIn(file, 'lib/server/generated', 'lib/server/database/client.ts'),
    );
    expect(found).toEqual([]);
  });
});

/** Everything that a browser is sent for a file, and through which file it came; actions of the server stay there. */
function reachedFrom(start: string): Map<string, string | null> {
  const cameFrom = new Map<string, string | null>([[start, null]]);
  for (const path of cameFrom.keys()) {
    const source = graph.get(path);
    if (source === undefined || source.directive === 'server') continue;
    for (const { file, specifier, typeOnly } of source.imports) {
      const target = file ?? specifier;
      if (!typeOnly && !cameFrom.has(target)) cameFrom.set(target, path);
    }
  }
  return cameFrom;
}

describe('what browsers are sent', () => {
  const entries = [
    ...sources.filter(({ directive }) => directive === 'client').map(({ path }) => path),
    'lib/runner/scenario.worker.ts',
    'lib/runner/helper.worker.ts',
  ];

  it('holds no module of Node and nothing of the server but its actions and the table of roles', () => {
    expect(entries.length).toBeGreaterThan(20);
    const isOfServer = (path: string) =>
      /^(node:|fs$|path$|worker_threads$|@prisma|@libsql|libsql|@node-rs|fontkit$)/.test(path) ||
      (isIn(path, 'lib/server') && graph.get(path)?.directive !== 'server' && path !== 'lib/server/access/roles.ts');
    const found = entries.flatMap((entry) =>
      [...reachedFrom(entry)]
        .filter(([path]) => isOfServer(path))
        .map(([path, from]) => `${entry}: ${from} -> ${path}`),
    );
    expect(found).toEqual([]);
  });
});

describe('the scanner of imports', () => {
  it('tells types from values, and knows exports, side effects and dynamic imports', () => {
    const text = [
      "import type { A } from './a';",
      "import { type B, c } from './b';",
      "import { type D } from './d';",
      "export * from './e';",
      "import './f.css';",
      "const g = await import('./g');",
      "// import { h } from './h';",
      "import React, { type Node } from 'react';",
    ].join('\n');
    expect(importsIn(text)).toEqual([
      { specifier: './a', names: ['A'], typeOnly: true },
      { specifier: './b', names: ['c'], typeOnly: false },
      { specifier: './d', names: [], typeOnly: true },
      { specifier: './e', names: [], typeOnly: false },
      { specifier: 'react', names: [], typeOnly: false },
      { specifier: './f.css', names: [], typeOnly: false },
      { specifier: './g', names: [], typeOnly: false },
    ]);
  });
});
