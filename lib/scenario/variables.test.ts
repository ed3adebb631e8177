import { describe, expect, it } from 'vitest';
import solidSoft from '../engine/inputs/fixtures/solid-soft.json';
import { listInputs } from '../engine/inputs/list-inputs';
import { blankDocument } from './blank-document';
import type { ScenarioDocument } from './document';
import { bottleneckLabel, EFFECTS, INPUT_TABLE, RESULT_TABLE, resultVariable, unitText, variableOf } from './variables';

describe('the table of variables', () => {
  it('knows every input of a whole programme, and of which kind it is', () => {
    for (const entry of listInputs(solidSoft as unknown as ScenarioDocument)) {
      expect(variableOf(entry.path)?.kind, entry.path).toBe(entry.kind);
    }
  });

  it('says each thing once', () => {
    const patterns = INPUT_TABLE.map((row) => row.pattern);
    expect(new Set(patterns).size).toBe(patterns.length);
    const ids = RESULT_TABLE.map((row) => row.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('explains every row in one sentence', () => {
    for (const row of [...INPUT_TABLE, ...RESULT_TABLE, ...EFFECTS]) {
      expect(row.explanation).toMatch(/^[A-Z].*[^.]\.$/);
    }
  });

  it('has every default inside the range', () => {
    for (const row of INPUT_TABLE) {
      if (row.defaultValue === undefined) continue;
      expect(row.defaultValue).toBeGreaterThanOrEqual(row.range.low);
      expect(row.defaultValue).toBeLessThanOrEqual(row.range.high);
    }
  });

  it('answers undefined for any other text, however odd', () => {
    for (const path of ['', '/', 'tasks', 'tasks/a/__proto__', 'constructor', 'tasks/a/duration/', '__proto__/a/b']) {
      expect(variableOf(path)).toBeUndefined();
      expect(resultVariable(path)).toBeUndefined();
    }
  });

  it('finds results of tasks, series by id and headlines', () => {
    expect(resultVariable('sop')?.kind).toBe('instant');
    expect(resultVariable('share/nmc')?.id).toBe('share/*');
    expect(resultVariable('share/unserved')?.id).toBe('share/unserved');
    expect(resultVariable('tasks/winter/totalFloat')?.label).toBe('Total float');
  });

  it('puts the currency into units and calls materials by their names', () => {
    expect(unitText('{currency}/kWh', 'CNY')).toBe('CNY/kWh');
    const material = { id: 'sse', name: 'Sulfide electrolyte', intensity: 1, contracts: [] };
    const document = { ...blankDocument('Blank', 'CNY', 2026), materials: [material] };
    expect(bottleneckLabel(document, 'sse')).toBe('Sulfide electrolyte');
    expect(bottleneckLabel(document, 'demand')).toBe('Demand');
    expect(bottleneckLabel(document, 'constructor')).toBe('constructor');
  });
});
