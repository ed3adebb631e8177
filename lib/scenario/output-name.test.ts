import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatOutputName, parseOutputName } from './output-name';

describe('output names', () => {
  it.each([
    ['sop', { kind: 'scalar', metric: 'sop' }],
    ['targets/t1', { kind: 'target', target: 't1' }],
    ['taskFinish/winter', { kind: 'task', metric: 'taskFinish', task: 'winter' }],
    ['output@2030', { kind: 'series', metric: 'output', time: '2030' }],
    ['ownShare@2030-06', { kind: 'series', metric: 'ownShare', time: '2030-06' }],
    ['ownShare/premium@2030', { kind: 'series', metric: 'ownShare', time: '2030', segment: 'premium' }],
    ['ownShare/a@b@2030', { kind: 'series', metric: 'ownShare', time: '2030', segment: 'a@b' }],
    ['lead/rival@2030', { kind: 'series', metric: 'lead', time: '2030', technology: 'rival' }],
    ['cash@2030-06', { kind: 'series', metric: 'cash', time: '2030-06' }],
  ])('%s is understood and written back', (name, output) => {
    expect(parseOutputName(name)).toEqual(output);
    expect(formatOutputName(parseOutputName(name)!)).toBe(name);
  });

  it.each([
    '',
    'SOP',
    'constructor',
    'targets/',
    'targets/a/b',
    'taskFinish',
    'output',
    'output@30',
    'output@2030-13',
    'output/premium@2030',
    'cash@2030',
    'lead@2030',
    'ownShare/a/b@2030',
    'ownShare/@2030',
  ])('%s is none', (name) => expect(parseOutputName(name)).toBeNull());

  it('never stumbles over a text, and every name that it reads is written back', () => {
    const part = fc.constantFrom('ownShare', 'lead', 'targets', '/', '@', '2030', '2030-06', 'x', '__proto__');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const name = parts.join('');
        const output = parseOutputName(name);
        if (output !== null) expect(formatOutputName(output)).toBe(name);
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});
