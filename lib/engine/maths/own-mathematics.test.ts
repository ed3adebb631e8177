import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ENGINE = fileURLToPath(new URL('..', import.meta.url));

/** What the language leaves to each machine, and what would let the outside in. */
const FORBIDDEN: readonly (readonly [string, RegExp])[] = [
  [
    'a transcendental function of Math',
    /\bMath\s*\??\.\s*(exp|expm1|log|log1p|log2|log10|pow|cbrt|hypot|a?(?:sin|cos|tan)h?|atan2)\b/,
  ],
  ['Math.random', /\bMath\s*\??\.\s*random\b/],
  ['Math under another name', /\bMath\s*(?:\[|;|,|\))/],
  // A power of two written out is exact everywhere.
  ['the operator **', /(?<!\b2\s*)\*\*|\*\*(?!\s*\d+\b)/],
  ['a clock', /\b(?:new\s+Date|Date\s*[.(]|performance\s*\.)/],
  ['the environment', /\bprocess\s*\.\s*(?:env|argv|hrtime|memoryUsage|stdout)\b/],
];

function sources(): string[] {
  return readdirSync(ENGINE, { recursive: true, encoding: 'utf8' }).filter(
    (file) =>
      /\.tsx?$/.test(file) && !/\.(test|bench)\.tsx?$/.test(file) && !/(^|[\\/])(fixtures|testing)[\\/]/.test(file),
  );
}

/** The code without comments and without what stands between quotes. */
function codeOf(text: string): string {
  return text.replace(
    /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|\$\{[^}]*\}|[^`\\])*`/g,
    (match) => (match.startsWith('`') ? [...match.matchAll(/\$\{([^}]*)\}/g)].map((part) => part[1]).join(' ') : ' '),
  );
}

function offences(text: string): string[] {
  const code = codeOf(text);
  return FORBIDDEN.filter(([, pattern]) => pattern.test(code)).map(([name]) => name);
}

describe('the engine', () => {
  it('computes with its own mathematics and looks at no clock', () => {
    const found = sources().flatMap((file) =>
      offences(readFileSync(join(ENGINE, file), 'utf8')).map((name) => `${file}: ${name}`),
    );
    expect(found).toEqual([]);
    expect(sources().length).toBeGreaterThan(10);
  });

  it('is read with an eye for what matters', () => {
    expect(offences('const a = Math.exp(1);')).toEqual(['a transcendental function of Math']);
    expect(offences('const a = b ** 2;')).toEqual(['the operator **']);
    expect(offences('const a = 2 ** 52;')).toEqual([]);
    expect(offences('const { exp } = Math;')).toEqual(['Math under another name']);
    expect(offences('const a = `$' + '{Math.sin(1)}`;')).toEqual(['a transcendental function of Math']);
    expect(offences("/** Math.exp ** */ const a = 'Math.log('; // Date.now()")).toEqual([]);
    expect(offences('Math.max(Math.sqrt(2), Math.imul(2, 3), Math.floor(1.5))')).toEqual([]);
  });
});
