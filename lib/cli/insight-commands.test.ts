import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OTHER_PLANT, PLANT } from '../engine/testing/two-scenarios';
import type { ScenarioDocument } from '../scenario/document';
import { validateDocument } from '../scenario/validate';
import { commandLine } from './command-line';
import { INSIGHT_COMMANDS } from './insight-commands';

let folder = '';
let a = '';
let b = '';

function fileOf(name: string, value: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value));
  return file;
}

const CHECKED: ScenarioDocument = {
  ...PLANT,
  checks: [
    {
      id: 'later',
      name: 'A longer build brings SOP later',
      change: [{ path: 'tasks/build/duration', factor: 2 }],
      output: 'sop',
      expect: 'up',
    },
  ],
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rampline-'));
  a = fileOf('a.json', CHECKED);
  b = fileOf('b.json', OTHER_PLANT);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Runs a command line in this thread. */
async function run(...words: string[]) {
  let out = '';
  let err = '';
  const terminal = {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
  };
  const code = await commandLine(words, terminal, new URL('file:///none'));
  return { code, out, err };
}
const FEW = ['--trials', '256', '--workers', '1'];
async function json(...words: string[]) {
  const { code, out } = await run(...words, ...FEW, '--json');
  return { code, value: JSON.parse(out) };
}

describe('each command', () => {
  it('has help with examples, and stands in the list', async () => {
    const list = (await run('help')).out;
    for (const [name, command] of INSIGHT_COMMANDS) {
      const { code, out } = await run(name, '--help');
      expect([code, out]).toEqual([0, command.help]);
      expect((await run('help', name)).out).toBe(command.help);
      expect(out).toMatch(/Examples\n {2}rampline/);
      expect(list).toContain(command.usage);
    }
  });

  it('refuses a document with exit code 1, on stderr', async () => {
    const broken = fileOf('broken.json', { ...PLANT, currency: 5 });
    for (const words of [
      ['compare', a, broken],
      ['sensitivity', broken, '--output', 'sop'],
      ['goal-seek', broken, '--path', 'x', '--target', 'early', '--low', '0', '--high', '1'],
      ['calibrate', broken, '--shares', 'nmc=1'],
      ['check', broken],
      ['responses', broken],
      ['portfolio', broken],
      ['known', broken, '--figure', 'sop:P50:9'],
      ['verify', `${'0'.repeat(64)}-s1-n512-lh-v1`, broken],
    ]) {
      const { code, out, err } = await run(...words, '--json');
      expect([words[0], code, out]).toEqual([words[0], 1, '']);
      expect(JSON.parse(err)[0]).toMatchObject({ path: 'currency', rule: 'type' });
    }
  });

  it('refuses a wrong command line with exit code 2 and a sentence', async () => {
    for (const [words, sentence] of [
      [['compare', a], '"compare" takes 2 arguments'],
      [['sensitivity', a], '"sensitivity" needs --output'],
      [['sensitivity', a, '--output', 'nothing', ...FEW], 'no output "nothing"'],
      [['goal-seek', a, '--path', 'x', '--target', 'early', '--low', 'a', '--high', '1'], '--low is "a"'],
      [['goal-seek', a, '--factor', '--offset'], 'exclude each other'],
      [['calibrate', a, '--shares', 'nmc'], 'it must be a file or like'],
      [['known', a, '--figure', 'sop:P50'], 'it must be like sop:P50:2'],
      [['known', a, '--figure', 'nothing:P50:2', '--workers', '1'], 'no output "nothing"'],
      [['portfolio', `${a}=0`], 'must be above 0'],
      [['verify', 'nonsense', a], 'neither a run id nor a file'],
      [['compare', a, b, '--statistic', 'P42'], '--statistic is "P42"'],
    ] as const) {
      const { code, err } = await run(...words);
      expect([sentence, code]).toEqual([sentence, 2]);
      expect(err).toContain(sentence);
    }
  });
});

describe('compare', () => {
  it('a file with itself: nothing differs', async () => {
    const { value } = await json('compare', a, a);
    expect(value.outputs.npv.difference.P50).toBe(0);
    expect(value.targets.early.difference).toBe(0);
  });

  it('attributes a change, and the parts sum to it', async () => {
    const slower = fileOf('slower.json', { ...PLANT, tasks: OTHER_PLANT.tasks, risks: OTHER_PLANT.risks });
    const { value, code } = await json(
      'compare',
      a,
      slower,
      '--attribute',
      'targets/early',
      '--statistic',
      'probability',
    );
    const { before, after, groups } = value.attribution;
    expect(code).toBe(0);
    const sum = groups.reduce((total: number, group: { value: number }) => total + group.value, 0);
    expect(sum).toBeCloseTo(after - before, 12);
  });

  it('in words', async () => {
    const { out } = await run('compare', a, b, ...FEW);
    expect(out).toMatch(/^256 trials, drawn alike/);
    expect(out).toMatch(/sop +\+[\d.]+ d/);
  });
});

describe('the others answer', () => {
  it('sensitivity, strongest first, by path', async () => {
    const { value } = await json('sensitivity', a, '--output', 'sop,npv');
    const sizes = value.sensitivity.sop.map((row: { spearman: number }) => Math.abs(row.spearman));
    expect(sizes).toEqual([...sizes].sort((x: number, y: number) => y - x));
    expect(value.sensitivity.sop[0].path).toBe('tasks/build/duration');
    expect((await run('sensitivity', a, '--output', 'sop', ...FEW)).out).toContain('[tasks/build/duration]');
  });

  it('goal-seek: found with 0, none within the bounds with 3, out of range with 1', async () => {
    const words = ['goal-seek', a, '--path', 'tasks/build/duration', '--target', 'early', '--probability', '0.95'];
    const found = await json(...words, '--low', '0.5', '--high', '1');
    expect(found.code).toBe(0);
    expect(found.value.found.probability).toBeGreaterThanOrEqual(0.95);
    const none = await run(...words, '--low', '-5', '--high', '5', '--offset', ...FEW);
    expect(none.code).toBe(3);
    expect(none.out).toContain('None within the bounds');
    expect((await run(...words, '--low', '-1', '--high', '1', ...FEW)).code).toBe(1);
  });

  it('jcl: targets alone and together, with errors; an unknown target and a single one are wrong usage', async () => {
    const { code, value } = await json('jcl', a, '--targets', 'early,cheap');
    expect(code).toBe(0);
    expect(value.each.map(({ target }: { target: string }) => target)).toEqual(['early', 'cheap']);
    expect(value.together.probability).toBeLessThanOrEqual(value.each[0].probability);
    expect(value.together.se).toBeGreaterThan(0);
    expect((await run('jcl', a, '--targets', 'early,cheap,much', ...FEW)).out).toMatch(
      /all of them +[\d.]+ % ± [\d.]+/,
    );
    expect((await run('jcl', a, '--targets', 'early', ...FEW)).code).toBe(2);
    const unknown = await run('jcl', a, '--targets', 'early,soon', ...FEW);
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('no target "soon"')]);
  });

  it('calibrate prints a valid scenario whose technologies have an appeal', async () => {
    const two = {
      ...PLANT,
      market: {
        ...PLANT.market!,
        technologies: [...PLANT.market!.technologies, { id: 'lfp', name: 'LFP', price: 450, attributes: {} }],
      },
    };
    const { code, out, err } = await run('calibrate', fileOf('two.json', two), '--shares', 'nmc=0.2,lfp=0.8');
    const calibrated = validateDocument(JSON.parse(out));
    expect(code).toBe(0);
    expect(err).toContain('CNY/kWh');
    expect(calibrated.ok && calibrated.value.market!.technologies[0]!.attributes.appeal).toBeDefined();
    const { value } = await json(
      'calibrate',
      fileOf('two.json', two),
      '--shares',
      fileOf('s.json', { nmc: 1, lfp: 4 }),
    );
    // theta (ln 0.2 - ln 0.8) - ((260 - 600) - (0 - 450)), with LFP as the reference.
    expect(value.sets[0].appeal.nmc).toBeCloseTo(60 * Math.log(0.25) - 110, 9);
  });

  it('check: holds with 0, fails with 3, with the schedule on request', async () => {
    expect((await json('check', a)).value.checks[0]).toMatchObject({ check: 'later', holds: true });
    const failing = { ...CHECKED, checks: [{ ...CHECKED.checks![0]!, expect: 'down' }] };
    const { code, out } = await run('check', fileOf('failing.json', failing), '--schedule');
    expect(code).toBe(3);
    expect(out).toMatch(/FAILS {2}A longer build/);
    expect(out).toMatch(/high-duration/);
  });

  it('responses, portfolio and known', async () => {
    expect((await json('responses', a)).value).toMatchObject([{ risk: 'fire', active: true }]);
    const mixed = (await json('portfolio', `${a}=3`, `${b}=1`)).value;
    expect(mixed.targets.early.probability).toBeGreaterThan(0);
    expect(mixed.targets.early.se).toBeGreaterThan(0);
    const known = await run('known', a, '--figure', 'sop:P50:30', '--trials', '4096', '--workers', '1', '--json');
    expect([known.code, JSON.parse(known.out)]).toEqual([0, expect.objectContaining({ trials: 4096, known: true })]);
  });
});

describe('one trial', () => {
  it('by its number and near a percentile: the nearest of all, in full', async () => {
    const { value } = await json('trial', a, '--near', 'sop:P80');
    const { sop } = JSON.parse((await run('run', a, ...FEW)).out);
    expect(value.near.percentile).toBeGreaterThan(sop.P75);
    expect(value.near.percentile).toBeLessThan(sop.P90);
    expect(Math.abs(value.sop.day - value.near.percentile)).toBeLessThan(3);
    const alone = JSON.parse((await run('trial', a, '--number', String(value.trial))).out);
    expect(alone).toEqual({ ...value, near: undefined });
    expect(alone.months).toHaveLength(48);
  });

  it('needs one of the two, well written', async () => {
    expect((await run('trial', a)).err).toContain('needs --number or --near');
    expect((await run('trial', a, '--near', 'sop')).err).toContain('it must be like sop:P80');
    expect((await run('trial', a, '--near', 'nothing:P80', ...FEW)).err).toContain('no output "nothing"');
  });
});

describe('verify', () => {
  it('a result that this engine made holds, a changed figure does not', async () => {
    const { out } = await run('run', a, ...FEW);
    expect((await json('verify', fileOf('r.json', out), a)).value).toMatchObject({ holds: true });
    const changed = JSON.parse(out);
    changed.npv.P50 += 1e-6;
    const { code, value } = await json('verify', fileOf('changed.json', changed), a);
    expect(code).toBe(3);
    expect(value.differences).toEqual([expect.stringMatching(/^npv\/P50 is .*; recomputed it is /)]);
  });

  it('a plan too', async () => {
    const { out } = await run('run', a, '--deterministic');
    expect((await json('verify', fileOf('plan.json', out), a)).value.holds).toBe(true);
    expect((await json('verify', fileOf('plan.json', out), b)).value.holds).toBe(false);
  });

  it('a run id holds for its document and engine alone', async () => {
    const result = JSON.parse((await run('run', a, ...FEW)).out);
    const id = `${result.documentHash}-s${result.seed}-n${result.trials}-lh-v${result.engineVersion}`;
    expect((await json('verify', id, a)).value).toMatchObject({ holds: true, claimed: id, recomputed: id });
    expect((await json('verify', id, b)).code).toBe(3);
    expect((await run('verify', id, a)).out).toMatch(/recomputed +P10 +P50 +P90\nsop +2026/);
    const { value } = await json('verify', id.replace(/-v.*/, '-v0.0.1'), a);
    expect(value.differences).toEqual([expect.stringContaining('engine 0.0.1')]);
  });

  it('a brief by the scenario and the run id in it, whoever packed them', async () => {
    const { documentHash, engineVersion } = JSON.parse((await run('run', a, ...FEW)).out);
    const id = `${documentHash}-s3-n64-lh-v${engineVersion}`;
    const plain = fileOf('plain.pdf', pdf(id, Buffer.from(JSON.stringify(CHECKED)), ''));
    const packed = join(folder, 'packed.pdf');
    writeFileSync(packed, pdf(id, deflateSync(JSON.stringify(CHECKED)), '/Filter /FlateDecode'));
    for (const brief of [plain, packed]) {
      expect((await json('verify', brief)).value).toMatchObject({ holds: true, claimed: id });
      expect((await json('verify', brief, a)).code).toBe(0);
      expect((await json('verify', brief, b)).code).toBe(3);
    }
    const altered = fileOf('altered.pdf', pdf(id, Buffer.from(JSON.stringify({ ...CHECKED, name: 'Other' })), ''));
    expect((await json('verify', altered)).value.differences[0]).toContain('the file is document');
    expect((await run('verify', fileOf('empty.pdf', '%PDF-1.7 nothing'))).err).toContain('names no run');
  });
});

/** The parts of a PDF that matter here. */
function pdf(id: string, content: Buffer, filter: string): string | Buffer {
  const head = `%PDF-1.7\n1 0 obj\n<< /Type /Metadata >>\nstream\n<pdf:Keywords>Rampline, ${id}</pdf:Keywords>\nendstream\nendobj\n`;
  const file = `2 0 obj\n<< /Length ${content.length} /Type /EmbeddedFile ${filter} >>\nstream\n`;
  const bytes = Buffer.concat([Buffer.from(head + file), content, Buffer.from('\nendstream\nendobj\n')]);
  return filter === '' ? bytes.toString() : bytes;
}
