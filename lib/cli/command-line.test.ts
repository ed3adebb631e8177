import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { benchCommand } from './bench-command';
import { commandLine } from './command-line';

const CASES = fileURLToPath(new URL('../engine/fixtures/conformance/', import.meta.url));
const NO_SCRIPT = new URL('file:///none');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rampline-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function rampline(...words: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = { out: (text: string) => void out.push(text), err: (text: string) => void err.push(text) };
  const code = await commandLine(words, terminal, NO_SCRIPT);
  return { code, out: out.join(''), err: err.join('') };
}

describe('rampline', () => {
  it('helps, with examples', async () => {
    expect((await rampline('help')).out).toContain('Examples');
    expect((await rampline('run', '--help')).out).toContain('--deterministic');
    expect((await rampline('bench', '--help')).out).toContain('rampline bench --quick');
  });

  it('lists every command and every exit code', async () => {
    const { out } = await rampline('--help');
    const commands = [
      'validate',
      'run',
      'compare',
      'sensitivity',
      'goal-seek',
      'calibrate',
      'check',
      'verify',
      'bench',
    ];
    for (const command of commands) expect(out).toContain(`  rampline ${command} `);
    for (const code of [0, 1, 2, 3]) expect(out).toMatch(new RegExp(`^  ${code}  \\w`, 'm'));
  });

  it('measures in a process of its own, and ends with its exit code', async () => {
    const started: unknown[] = [];
    const start = async (file: string, words: readonly string[]) => {
      started.push(file, words);
      return 1;
    };
    const code = await benchCommand(['--quick'], new URL('file:///home/rampline/dist/cli.mjs'), start);
    expect([code, started]).toEqual([1, ['/home/rampline/lib/launcher/bench.mjs', ['--quick']]]);
  });

  it('ends with 2 and a sentence on wrong usage', async () => {
    for (const words of [
      [],
      ['fly'],
      ['run'],
      ['run', 'a.json', 'b.json'],
      ['run', 'nowhere.json'],
      ['run', 'a.json', '--trials', '0'],
      ['run', 'a.json', '--sampling', 'sobol'],
      ['run', 'a.json', '--unknown'],
      ['run', 'a.json', '--deterministic', '--trials', '5'],
      ['validate'],
      ['bench', 'scenario.json'],
      ['bench', '--only', 'everything'],
      ['bench', '--fuzz', '0'],
    ]) {
      const { code, err, out } = await rampline(...words);
      expect([words, code]).toEqual([words, 2]);
      expect(err).toMatch(/^rampline: .+\./);
      expect(out).toBe('');
    }
  });

  it('validates files: 0 where all are valid, 1 with every error on stderr', async () => {
    expect((await rampline('validate', `${CASES}01-one-task.json`)).code).toBe(0);
    const { code, err } = await rampline('validate', `${CASES}01-one-task.json`, `${CASES}30-cycle.json`, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(err)[0]).toMatchObject({ path: 'tasks', rule: 'cycle' });
  });

  it('refuses text that is not JSON as a document', async () => {
    const file = join(folder, 'broken.json');
    writeFileSync(file, '{ "schemaVersion": 2, ');
    const { code, err } = await rampline('run', file, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(err)).toMatchObject([{ rule: 'type' }]);
  });

  it('runs the plan and given draws as an independent implementation does', async () => {
    const plan = await rampline('run', `${CASES}26-irr.json`, '--deterministic');
    expect(plan.code).toBe(0);
    // 36,525 becomes 44,195.25 in twelve months.
    expect(JSON.parse(plan.out)).toMatchObject({ mode: 'deterministic', peakFunding: 36525 });
    expect(JSON.parse(plan.out).irr).toBeCloseTo(0.21, 9);
    const draws = await rampline('run', `${CASES}07-gates.json`, '--draws', `${CASES}07-gates.given.json`);
    expect(JSON.parse(draws.out).results).toHaveLength(5);
    expect(JSON.parse(draws.out).results[3].tasks.stop).toMatchObject({
      EF: 'never',
      failures: 3,
      shownFinish: 'never',
    });
  });

  it('runs trials and writes those that are asked for', async () => {
    const csv = join(folder, 'trials.csv');
    const options = ['--trials', '600', '--seed', '4', '--workers', '1', '--samples', csv];
    const { code, out } = await rampline('run', `${CASES}28-statistics.json`, ...options);
    expect(code).toBe(0);
    const results = JSON.parse(out);
    expect(results).toMatchObject({ mode: 'trials', trials: 600, seed: 4, irr: { none: 1 } });
    expect(results.months[0].cash).toHaveProperty('P50');
    const lines = readFileSync(csv, 'utf8').trim().split('\r\n');
    expect(lines).toHaveLength(601);
    expect(lines[0]).toMatch(/^trial,sop,focus,/);
    expect(lines[1]).toContain('never');
  });
});
