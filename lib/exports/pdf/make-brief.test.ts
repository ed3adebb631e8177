import { describe, expect, it } from 'vitest';
import { openScenario } from '../../engine/run-scenario';
import type { ScenarioDocument } from '../../scenario/document';
import { documentHash } from '../../scenario/document-hash';
import { referenceScenarios } from '../../scenario/reference';
import { buildReport, type ReportInput } from '../report/build-report';
import { headlineFigures } from '../report/headline-figures';
import { readPdf } from '../testing/read-pdf';
import { makeBrief } from './make-brief';

const reference = referenceScenarios[0]!.document;

function inputOf(document: ScenarioDocument, trials = 512): ReportInput {
  const scenario = openScenario(document, { documentHash: documentHash(document) });
  const run = scenario.startTrials({ trials, seed: 1, samples: true, sensitivity: ['sop'] });
  for (let block = 0; block < run.blocks; block += 1) run.runBlock(block);
  const version = { number: 3, message: 'For the board' };
  return {
    document,
    plan: scenario.runPlan(),
    trials: run.results(),
    version,
    author: 'Ada Analyst',
    date: '2026-11-24',
  };
}

const flat = (text: string) => text.replace(/[\s\u200b]+/g, ' ');

describe('the brief of the Reference scenario', () => {
  const input = inputOf(reference);
  const report = buildReport(input);
  const bytes = makeBrief(report, reference);

  it('is tagged, titled, in a language, and 5 to 8 pages long, with its run on each', async () => {
    const pdf = await readPdf(bytes);
    expect(pdf.tagged).toBe(true);
    expect(pdf.title).toBe(reference.name);
    expect(pdf.language).toMatch(/^en/);
    expect(pdf.pages.length).toBeGreaterThanOrEqual(5);
    expect(pdf.pages.length).toBeLessThanOrEqual(8);
    for (const page of pdf.pages) expect(flat(page)).toContain(`Run ${report.runIdShort}`);
    expect(pdf.keywords).toContain(report.runId);
  });

  it('says the headline figures and every sentence of the summary', async () => {
    const text = flat((await readPdf(bytes)).pages.join(' '));
    for (const { value } of headlineFigures(reference, input.trials)) expect(text).toContain(value);
    for (const sentence of report.summary) expect(text).toContain(flat(sentence));
  });

  it('carries the scenario from which it can be recomputed', async () => {
    const { attachments } = await readPdf(bytes);
    const attached = JSON.parse(attachments.get('scenario.json') ?? '{}');
    expect(documentHash(attached)).toBe(input.trials.documentHash);
  });

  it('is the same bytes for the same input', () => {
    expect(makeBrief(buildReport(input), reference).equals(bytes)).toBe(true);
  });

  it('meets the rules of accessible PDF too', () => {
    expect(() => makeBrief(report, reference, 'ua-1')).not.toThrow();
  });
});

describe('hostile text', () => {
  const hostile = [
    '#eval("1") $x$ *bold* <b>&amp; ]]> \\ " \' {{7*7}} `code` @cite',
    'Emoji 😀 family 👨‍👩‍👧 flag 🇨🇳',
    'Arabic العربية Hangul 한국어 中文市场份额',
    'control \u0000\u0007\u001b[31m \u202eesrever\u202c \ufeff',
    'x'.repeat(20_000),
    'lone \ud83d surrogate',
    '%PDF-1.4 endobj /JS (app.alert(1))',
  ];

  it.each(hostile.map((text) => [JSON.stringify(text.slice(0, 24)), text] as const))(
    'neither breaks nor escapes: %s',
    async (_, text) => {
      const first = reference.tasks![0]!;
      const document: ScenarioDocument = {
        ...reference,
        name: text,
        description: text,
        tasks: [{ ...first, name: text }, ...reference.tasks!.slice(1)],
        sources: [
          { ...reference.sources![0]!, title: text, url: `javascript:${text}` },
          ...reference.sources!.slice(1),
        ],
      };
      const report = { ...buildReport({ ...inputOf(reference), document }), author: text };
      const bytes = makeBrief(report, document);
      expect(bytes.toString('latin1')).not.toMatch(/javascript:/i);
      const pdf = await readPdf(bytes);
      expect(JSON.parse(pdf.attachments.get('scenario.json') ?? '{}')).toEqual(JSON.parse(JSON.stringify(document)));
      expect(pdf.pages.length).toBeLessThanOrEqual(12);
    },
  );

  it('is shown as it was typed, not as markup', async () => {
    const document: ScenarioDocument = { ...reference, description: '#strong[x] *y* $z$ <script>' };
    const report = buildReport({ ...inputOf(reference), document });
    expect(flat((await readPdf(makeBrief(report, document))).pages.join(' '))).toContain('#strong[x] *y* $z$ <script>');
  });
});

describe('an almost empty scenario', () => {
  it('makes a brief that says what there is not', async () => {
    const document: ScenarioDocument = {
      schemaVersion: 2,
      name: 'Empty',
      currency: 'CNY',
      horizon: { start: '2026-01', end: '2027-12' },
    };
    const text = flat((await readPdf(makeBrief(buildReport(inputOf(document)), document))).pages.join(' '));
    expect(text).toContain('SOP comes in no future before 2028.');
    expect(text).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });
});
