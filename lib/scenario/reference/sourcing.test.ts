import { describe, expect, test } from 'vitest';
import { listInputs } from '../../engine/inputs/list-inputs';
import type { Knots, QuantityMeta, Trajectory } from '../document';
import { publishedRecords, recordOf, sourceIdOf, spanOf } from './evidence';
import { citedRecords, referenceScenarios } from './reference-scenarios';
import { conversionFactor, sameUnit } from './units';

interface Sourced {
  readonly path: string;
  readonly value: Exclude<Trajectory, number>;
  readonly meta: QuantityMeta;
}

function sourcedInputs(scenario: (typeof referenceScenarios)[number]): Sourced[] {
  return listInputs(scenario.document).flatMap((entry) => {
    if (entry.kind === 'event') return [];
    const value = entry.kind === 'quantity' ? entry.quantity : entry.trajectory;
    if (typeof value === 'number') throw new RangeError(`${entry.path} is a bare number`);
    return [{ path: entry.path, value, meta: value.meta ?? {} }];
  });
}

/** The whole range of an input and its central values: one, or one for each knot. */
function rangeOf(value: Exclude<Trajectory, number>): { low: number; high: number; central: number[] } {
  if (!('kind' in value)) {
    const knots = (value as Knots).knots;
    const lows = knots.map((knot) => ('value' in knot ? knot.value : knot.low));
    const highs = knots.map((knot) => ('value' in knot ? knot.value : knot.high));
    return {
      low: Math.min(...lows),
      high: Math.max(...highs),
      central: knots.map((knot) => ('value' in knot ? knot.value : knot.mode)),
    };
  }
  switch (value.kind) {
    case 'fixed':
      return { low: value.value, high: value.value, central: [value.value] };
    case 'uniform':
      return { low: value.low, high: value.high, central: [(value.low + value.high) / 2] };
    case 'pert':
    case 'triangular':
      return { low: value.low, high: value.high, central: [value.mode] };
    default:
      throw new RangeError(`the reference scenarios hold no ${value.kind}`);
  }
}

/** The sentence of a note that begins with the id of a record. */
const explains = (meta: QuantityMeta, id: string) =>
  new RegExp(`(^|[ .;])${id}: \\S.{15,}`).test(meta.note ?? '') || (meta.note ?? '').includes(`times ${id}: `);

/** Claims that must never be the most likely value; `Grade C/B` and `B/C` are half believed. */
const isGradeC = (id: string) => /Grade C(?![/B])/.test(recordOf(id).note);

describe.each(referenceScenarios)('$key', (scenario) => {
  const inputs = sourcedInputs(scenario);

  test('every input names evidence or an assumption with a reason', () => {
    const bare = inputs.filter(({ meta }) => !meta.evidence?.length && (meta.assumption ?? '').length < 20);
    expect(bare.map(({ path }) => path)).toEqual([]);
  });

  test('no reason and no source is pasted on several inputs', () => {
    const first = new Map<string, string>();
    const pasted: string[] = [];
    for (const { path, meta } of inputs) {
      const words = `${meta.assumption ?? ''}|${meta.note ?? ''}|${meta.evidence?.join() ?? ''}`;
      const before = first.get(words);
      if (before) pasted.push(`${path} says the same as ${before}`);
      else first.set(words, path);
    }
    expect(pasted).toEqual([]);
  });

  test('every cited record stands in the document as it was published, under the source that gave it', () => {
    const held = new Map(
      scenario.document.sources?.flatMap((source) =>
        (source.meta?.records ?? []).map((record) => [record.id, { record, source }] as const),
      ),
    );
    for (const id of citedRecords({ ...scenario.document, sources: [] })) {
      const published = recordOf(id);
      const found = held.get(id);
      expect(found, id).toBeDefined();
      const { record, source } = found as NonNullable<typeof found>;
      expect(source.id).toBe(sourceIdOf(id));
      expect([source.title, source.publisher, source.url ?? '']).toEqual([
        published.sourceTitle,
        published.publisher,
        published.url,
      ]);
      for (const field of ['quantity', 'unit', 'low', 'mode', 'high', 'value', 'year', 'region', 'note'] as const) {
        expect(record[field] ?? (typeof published[field] === 'string' ? '' : null), `${id} ${field}`).toEqual(
          published[field],
        );
      }
    }
    for (const { path, meta } of inputs)
      for (const id of meta.evidence ?? []) expect(meta.sources, path).toContain(sourceIdOf(id));
  });

  test('a cited record has the same unit or a stated conversion, and overlaps the range or the note says why not', () => {
    const wrong: string[] = [];
    for (const { path, value, meta } of inputs)
      for (const id of meta.evidence ?? []) {
        const record = recordOf(id);
        const unit = meta.unit ?? '';
        if (!sameUnit(record.unit, unit) && !explains(meta, id))
          wrong.push(`${path}: ${id} is in ${record.unit}, not ${unit}`);
        const factor = conversionFactor(record.unit, unit) ?? (sameUnit(record.unit, unit) ? 1 : undefined);
        const span = spanOf(record);
        if (factor === undefined || span === undefined) continue;
        const { low, high } = rangeOf(value);
        const apart = span.low * factor > high * (1 + 1e-9) || span.high * factor < low * (1 - 1e-9);
        if (apart && !explains(meta, id))
          wrong.push(`${path}: ${id} is ${span.low * factor}..${span.high * factor}, the input ${low}..${high}`);
      }
    expect(wrong).toEqual([]);
  });

  test('a grade C claim is never the most likely value', () => {
    const wrong: string[] = [];
    for (const { path, value, meta } of inputs)
      for (const id of (meta.evidence ?? []).filter(isGradeC)) {
        const record = recordOf(id);
        const factor = conversionFactor(record.unit, meta.unit ?? '');
        const claim = record.mode ?? record.value;
        if (factor === undefined || typeof claim !== 'number') continue;
        if (rangeOf(value).central.some((central) => Math.abs(central - claim * factor) <= 0.005 * Math.abs(central)))
          wrong.push(`${path}: ${id}`);
      }
    expect(wrong).toEqual([]);
  });
});

test('Announced and Constrained say where their numbers come from wherever they differ from Reference', () => {
  const [reference, ...others] = referenceScenarios.map(sourcedInputs);
  const before = new Map(reference?.map((input) => [input.path, input]));
  const unexplained: string[] = [];
  for (const inputs of others) {
    expect(inputs.map(({ path }) => path).sort()).toEqual([...before.keys()].sort());
    for (const input of inputs) {
      const { meta, ...numbers } = input.value;
      const { meta: metaBefore, ...numbersBefore } = (before.get(input.path) as Sourced).value;
      const differs = JSON.stringify(numbers) !== JSON.stringify(numbersBefore);
      if (differs && JSON.stringify(meta) === JSON.stringify(metaBefore)) unexplained.push(input.path);
    }
  }
  expect(unexplained).toEqual([]);
});

test('the evidence is complete: ids are unique and each record has a quantity, a unit and a source', () => {
  expect(publishedRecords).toHaveLength(267);
  expect(new Set(publishedRecords.map(({ id }) => id)).size).toBe(267);
  for (const record of publishedRecords) {
    expect(record.quantity.length, record.id).toBeGreaterThan(3);
    expect(record.unit.length, record.id).toBeGreaterThan(0);
    expect(record.sourceTitle.length, record.id).toBeGreaterThan(0);
  }
});
