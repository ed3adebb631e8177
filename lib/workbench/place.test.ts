import { describe, expect, it } from 'vitest';
import type { ScenarioDocument } from '../scenario/document';
import { appendTo, freshId, moveEntry, readPlace, writePlace } from './place';

const document: ScenarioDocument = {
  schemaVersion: 2,
  name: 'One line',
  currency: 'CNY',
  horizon: { start: '2026-01', end: '2030-12' },
  tasks: [
    { id: 'a', name: 'A', duration: 5 },
    { id: 'b', name: 'B', duration: 3 },
  ],
  links: [{ from: 'a', to: 'b' }],
  lines: [{ id: 'l', name: 'L', buildTask: 'a', nameplate: 2 }],
  materials: [
    {
      id: 'm',
      name: 'M',
      intensity: 1,
      contracts: [{ id: 'c', supplier: 'S', start: '2027-01-01', volume: 9, price: 1 }],
    },
  ],
};

describe('places', () => {
  it('are read by ids, through lists in lists', () => {
    expect(readPlace(document, 'materials/m/contracts/c/volume')).toBe(9);
    expect(readPlace(document, 'links/a-FS-b/from')).toBe('a');
    expect(readPlace(document, 'tasks/constructor/name')).toBeUndefined();
    expect(readPlace(document, '__proto__/x')).toBeUndefined();
  });

  it('a write leaves everything else the same objects', () => {
    const next = writePlace(document, 'tasks/a/duration', 7);
    expect(readPlace(next, 'tasks/a/duration')).toBe(7);
    expect(next.tasks?.[1]).toBe(document.tasks?.[1]);
    expect(next.materials).toBe(document.materials);
    expect(readPlace(document, 'tasks/a/duration')).toBe(5);
  });

  it('writing what is there already returns the document itself', () => {
    expect(writePlace(document, 'tasks/a/duration', 5)).toBe(document);
  });

  it('a missing group is made and goes with its last field', () => {
    const ramped = writePlace(document, 'lines/l/yield/initial', 0.6);
    expect(readPlace(ramped, 'lines/l/yield')).toEqual({ initial: 0.6 });
    expect(writePlace(ramped, 'lines/l/yield/initial', undefined).lines?.[0]).toEqual(document.lines?.[0]);
  });

  it('taking an entry away takes it out of its list', () => {
    expect(writePlace(document, 'tasks/a', undefined).tasks?.map(({ id }) => id)).toEqual(['b']);
  });

  it('a link keeps its name when its type changes', () => {
    const next = writePlace(document, 'links/a-FS-b/type', 'SS');
    expect(next.links).toEqual([{ id: 'a-FS-b', from: 'a', to: 'b', type: 'SS' }]);
  });

  it('entries are appended and moved', () => {
    const more = appendTo(document, 'tasks', { id: 'c', name: 'C', duration: 1 });
    expect(moveEntry(more, 'tasks', 'c', -1).tasks?.map(({ id }) => id)).toEqual(['a', 'c', 'b']);
    expect(moveEntry(more, 'tasks', 'a', -1)).toBe(more);
  });

  it('ids made from names are new and hold no slash', () => {
    expect(freshId([{ id: 'winter-test' }], 'Winter/test')).toBe('winter-test-2');
    expect(freshId([], '///')).toBe('item');
    expect(freshId([], '电解质 厂')).toBe('电解质-厂');
  });
});
