import { afterEach, describe, expect, it } from 'vitest';
import { PLANT } from '../engine/testing/two-scenarios';
import { type HelperAnswer, serveHelper } from './block-helper';
import { createHelperTeam, type HelperTeam } from './helper-team';
import { openDocument } from './open';
import { abortError, nextTurn, runInBlocks } from './run-in-blocks';
import { helpersWanted } from './web-helpers';

const OPTIONS = { trials: 5 * 512 + 100, samples: true };
const ports: MessagePort[] = [];

function plant() {
  const opened = openDocument(PLANT);
  if (!opened.ok) throw new Error('refused');
  return opened.value;
}

/** A team whose helpers sit at the other ends of channels; `serve` null: nobody sits there. */
function teamOf(count: number, serve: ((port: MessagePort, index: number) => void) | null = serveHelper): HelperTeam {
  const team = createHelperTeam();
  for (let i = 0; i < count; i++) {
    const { port1, port2 } = new MessageChannel();
    ports.push(port1, port2);
    serve?.(port2, i);
    team.add(port1);
  }
  return team;
}

afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

describe('helpers of a run', () => {
  it('never change a byte, however many they are, whatever they have done before', async () => {
    const alone = await runInBlocks(plant(), OPTIONS, { pause: nextTurn });
    for (const helpers of [1, 3]) {
      const team = teamOf(helpers);
      for (let round = 0; round < 2; round++) {
        const progress: number[] = [];
        const together = await runInBlocks(
          plant(),
          OPTIONS,
          { pause: nextTurn, onProgress: ({ done }) => progress.push(done) },
          team,
        );
        expect(JSON.stringify(together)).toBe(JSON.stringify(alone));
        expect(together.trials.samples).toEqual(alone.trials.samples);
        expect(progress.at(-1)).toBe(OPTIONS.trials);
        expect(progress).toEqual([...progress].sort((a, b) => a - b));
      }
    }
  });

  it('do run blocks beside the owner', async () => {
    const asked: number[] = [];
    const team = teamOf(2, (port, index) => {
      serveHelper(port);
      const serve = port.onmessage!;
      port.onmessage = (event) => {
        if (event.data.kind === 'block') asked.push(index);
        serve.call(port, event);
      };
    });
    await runInBlocks(plant(), OPTIONS, { pause: nextTurn }, team);
    expect(new Set(asked)).toEqual(new Set([0, 1]));
    expect(asked.length).toBeLessThan(6);
  });

  it('that are cancelled leave nothing behind for the next run', async () => {
    const team = teamOf(2);
    let pauses = 0;
    const dropped = runInBlocks(
      plant(),
      { trials: 20 * 512, seed: 7 },
      {
        pause: async () => {
          await nextTurn();
          pauses += 1;
          if (pauses === 3) throw abortError();
        },
      },
      team,
    );
    await expect(dropped).rejects.toMatchObject({ name: 'AbortError' });
    const next = await runInBlocks(plant(), OPTIONS, { pause: nextTurn }, team);
    expect(next.trials).toEqual((await runInBlocks(plant(), OPTIONS, { pause: nextTurn })).trials);
  });

  it('that die or fail are done without', async () => {
    const alone = await runInBlocks(plant(), OPTIONS, { pause: nextTurn });
    const failing = teamOf(2, (port, index) => {
      if (index === 1) serveHelper(port);
      else port.onmessage = ({ data }) => data.kind === 'block' && port.postMessage({ ...data, kind: 'failed' });
    });
    expect((await runInBlocks(plant(), OPTIONS, { pause: nextTurn }, failing)).trials).toEqual(alone.trials);
    const dead = teamOf(1, null);
    let pauses = 0;
    const pause = async () => {
      await nextTurn();
      pauses += 1;
      if (pauses === 2) dead.lose(0);
    };
    expect((await runInBlocks(plant(), OPTIONS, { pause }, dead)).trials).toEqual(alone.trials);
  });

  it('that stay silent are not waited for', async () => {
    const alone = await runInBlocks(plant(), OPTIONS, { pause: nextTurn });
    expect((await runInBlocks(plant(), OPTIONS, { pause: nextTurn }, teamOf(1, null))).trials).toEqual(alone.trials);
  }, 20_000);
});

describe('a helper that has heard of a run before it is validated', () => {
  const job = { document: PLANT, documentHash: '', moves: [], options: OPTIONS, isUnchecked: true };

  it('runs half of the first block, and no byte changes', async () => {
    const alone = await runInBlocks(plant(), OPTIONS, { pause: nextTurn });
    const answers: string[] = [];
    const team = teamOf(1, (port) => {
      const post = port.postMessage.bind(port) as (message: HelperAnswer, transfer: Transferable[]) => void;
      const listening = (message: HelperAnswer, transfer: Transferable[]) => {
        if (message.kind === 'block') answers.push(String(message.samples.part));
        post(message, transfer);
      };
      port.postMessage = listening as typeof port.postMessage;
      serveHelper(port);
    });
    for (let round = 0; round < 2; round++) {
      const announced = team.announce(job);
      const together = await runInBlocks(plant(), OPTIONS, { pause: nextTurn }, team, announced);
      expect(JSON.stringify(together)).toBe(JSON.stringify(alone));
      expect(together.trials.samples).toEqual(alone.trials.samples);
    }
    expect(answers.filter((part) => part === '1')).toHaveLength(2);
  });

  it('is not waited for when it is silent, dead or late', async () => {
    const alone = await runInBlocks(plant(), OPTIONS, { pause: nextTurn });
    const silent = teamOf(1, null);
    const announced = silent.announce(job);
    const first = runInBlocks(plant(), { ...OPTIONS, trials: 512 }, { pause: nextTurn }, silent, announced);
    expect((await first).trials.trials).toBe(512);
    const dying = teamOf(1, null);
    const heard = dying.announce(job);
    const run = runInBlocks(plant(), OPTIONS, { pause: nextTurn }, dying, heard);
    dying.lose(0);
    expect(JSON.stringify(await run)).toBe(JSON.stringify(alone));
  });

  it('brings its half in vain when the run was cancelled meanwhile', async () => {
    const alone = await runInBlocks(plant(), OPTIONS, { pause: nextTurn });
    const team = teamOf(1);
    const cancelled = runInBlocks(
      plant(),
      OPTIONS,
      { pause: () => Promise.reject(abortError()) },
      team,
      team.announce(job),
    );
    await expect(cancelled).rejects.toThrow('cancelled');
    for (let turn = 0; turn < 20; turn++) await nextTurn();
    const together = await runInBlocks(plant(), OPTIONS, { pause: nextTurn }, team, team.announce(job));
    expect(JSON.stringify(together)).toBe(JSON.stringify(alone));
  });

  it('is sent only what an edit has changed, and computes the edited document', async () => {
    const sent: object[] = [];
    const team = teamOf(1, (port) => {
      serveHelper(port);
      const serve = port.onmessage!;
      port.onmessage = (event) => {
        if (event.data.kind === 'job') sent.push(event.data.job.sent);
        serve.call(port, event);
      };
    });
    const documents = [PLANT, { ...PLANT, funding: { ...PLANT.funding!, wacc: 0.11 } }, PLANT];
    for (const document of documents) {
      const opened = openDocument(document);
      if (!opened.ok) throw new Error('refused');
      const alone = await runInBlocks(opened.value, OPTIONS, { pause: nextTurn });
      const announced = team.announce({ ...job, document });
      const together = await runInBlocks(opened.value, OPTIONS, { pause: nextTurn }, team, announced);
      expect(JSON.stringify(together)).toBe(JSON.stringify(alone));
    }
    expect(sent.map((one) => 'document' in one)).toEqual([true, false, false]);
  });

  it('is still of use after a document that is refused', async () => {
    const alone = await runInBlocks(plant(), OPTIONS, { pause: nextTurn });
    const team = teamOf(1);
    team.announce({ ...job, document: { ...PLANT, links: [{ from: 'nothing', to: 'nowhere' }] } });
    const together = await runInBlocks(plant(), OPTIONS, { pause: nextTurn }, team, team.announce(job));
    expect(JSON.stringify(together)).toBe(JSON.stringify(alone));
  });
});

describe('a page', () => {
  it('keeps a core to itself and takes 8 workers at most', () => {
    expect([1, 2, 3, 4, 9, 64].map(helpersWanted)).toEqual([0, 0, 1, 2, 7, 7]);
  });
});
