import { describe, expect, it } from 'vitest';
import { referenceDocument } from '../bench/reference';
import { openDocument } from './open';
import { receiveUpdate, sendUpdate } from './sent-update';
import type { RunUpdate } from './types';

function updateOf(options: { fanErrors: boolean; samples: boolean }): RunUpdate {
  const opened = openDocument(referenceDocument().document);
  if (!opened.ok) throw new Error(opened.errors[0]?.message);
  const run = opened.value.startTrials({ trials: 512, ...options });
  run.runBlock(0);
  return { stage: 'full', plan: opened.value.runPlan(), trials: run.results() };
}

describe('an update between threads', () => {
  for (const options of [
    { fanErrors: false, samples: true },
    { fanErrors: true, samples: false },
  ]) {
    it(`arrives as it was, ${options.fanErrors ? 'with errors of its fans' : 'with samples'}`, () => {
      const update = updateOf(options);
      const before = JSON.parse(JSON.stringify(update)) as RunUpdate;
      const { sent, transfer } = sendUpdate(update);
      const arrived = receiveUpdate(structuredClone(sent, { transfer: transfer as ArrayBuffer[] }));
      expect(JSON.parse(JSON.stringify(arrived))).toEqual(before);
    });
  }
  it('hands its numbers over instead of copying them', () => {
    const { sent, transfer } = sendUpdate(updateOf({ fanErrors: false, samples: true }));
    structuredClone(sent, { transfer: transfer as ArrayBuffer[] });
    expect(transfer.length).toBeGreaterThan(1);
    expect(transfer.every(({ byteLength }) => byteLength === 0)).toBe(true);
  });
});
