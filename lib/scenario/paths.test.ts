import { describe, expect, it } from 'vitest';
import { listInputs } from '../engine/inputs/list-inputs';
import { describePath, readInput, readValue, writeInput } from './paths';
import { SMALL_DOCUMENT as document } from './testing/small-document';

describe('paths', () => {
  it('read every input that is listed', () => {
    for (const entry of listInputs(document)) {
      if (entry.kind === 'event') continue;
      const held = entry.kind === 'quantity' ? entry.quantity : entry.trajectory;
      expect(readInput(document, entry.path), entry.path).toBe(held);
    }
  });

  it('write every input that is listed, and leave the document alone', () => {
    const before = structuredClone(document);
    for (const entry of listInputs(document)) {
      if (entry.kind === 'event') continue;
      const written = writeInput(document, entry.path, 0.5);
      expect(readInput(written, entry.path), entry.path).toBe(0.5);
      expect(writeInput(written, entry.path, readInput(document, entry.path))).toEqual(document);
    }
    expect(document).toEqual(before);
  });

  it('keep the identity of everything beside the change', () => {
    const written = writeInput(document, 'lines/l1/yield/initial', 0.7);
    expect(written.tasks).toBe(document.tasks);
    expect(written.lines?.[0]).toBe(document.lines?.[0]);
    expect(written.lines?.[1]?.utilisation).toBe(document.lines?.[1]?.utilisation);
  });

  it('make what is missing on the way and take fields away', () => {
    const written = writeInput(document, 'lines/pilot/yield/initial', 0.4);
    expect(written.lines?.[0]?.yield).toEqual({ initial: 0.4 });
    expect(writeInput(written, 'lines/pilot/yield', undefined).lines?.[0]).toEqual(document.lines?.[0]);
    expect(writeInput(document, 'links/test-FS-sop', undefined).links).toHaveLength(1);
  });

  it('refuse to write where there is nothing of that name', () => {
    expect(() => writeInput(document, 'tasks/nowhere/duration', 1)).toThrow(RangeError);
    expect(() => writeInput(document, '__proto__/polluted', 1)).toThrow(RangeError);
    expect(() => writeInput(document, 'name/first', 1)).toThrow(RangeError);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('read nothing from odd texts', () => {
    for (const path of [
      '',
      '/',
      'constructor',
      'tasks/constructor',
      'tasks/__proto__',
      'name/length',
      'x/'.repeat(1e5),
    ]) {
      expect(readValue(document, path)).toBeUndefined();
    }
  });

  it.each([
    ['tasks/test/duration', 'Vehicle test: duration'],
    ['links/test-FS-sop/lag', 'Vehicle test → SOP: lag'],
    ['risks/fire/impacts/1/amount', 'Thermal incident: yield of Line 1'],
    ['risks/fire/impacts/bill/amount', 'Thermal incident: cost'],
    ['materials/electrolyte/contracts/c1/volume', 'Sulfide electrolyte, A: volume'],
    ['funding/wacc', 'WACC'],
    ['funding/tranches/b/amount', 'b: amount'],
    ['market/own/attributes/energyDensity', 'Own: attribute (energyDensity)'],
    ['market/segments/premium/willingnessToPay/energyDensity', 'Premium: willingness to pay (energyDensity)'],
    ['risks/fire/occurrence', 'Thermal incident: occurrence'],
    ['no/path', 'no/path'],
  ])('%s reads %s', (path, words) => expect(describePath(document, path)).toBe(words));
});
