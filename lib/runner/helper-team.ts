import type { TrialsRun } from '../engine/types';
import type { HelperAnswer, HelperRequest } from './block-helper';
import type { BlockJob } from './block-job';

/** Threads that run blocks for the thread that owns a run. */
export interface HelperTeam {
  /** Takes another helper in, by the port to it. */
  add(port: MessagePort): void;
  /** A helper has died: its blocks are run by others. */
  lose(index: number): void;
  /** Hands the blocks of a run out; those of an earlier run are dropped when they come. */
  begin(job: BlockJob, run: TrialsRun): SharedRun;
}

/** Which blocks of a run are still to be had. The owner takes blocks as the helpers do. */
export interface SharedRun {
  /** Blocks that have come in so far. */
  readonly done: number;
  /** The next block for the owner itself, null where all are given out; `finished` brings it in. */
  take(): number | null;
  finished(block: number): void;
  /** Gives helpers what they have room for. To be called whenever the owner has a turn. */
  feed(): void;
  /** Takes back what helpers have not brought: they have been silent for too long. */
  reclaim(): void;
}

interface Helper {
  readonly port: MessagePort;
  /** The run whose job it has, and the blocks that it has not brought back. */
  job: number;
  readonly blocks: Set<number>;
  lost: boolean;
}

/** A team without helpers; they are added as they come. */
export function createHelperTeam(): HelperTeam {
  const helpers: Helper[] = [];
  let lastId = 0;
  let takeIn: (answer: HelperAnswer, helper: Helper) => void = () => {};
  let giveBack: (helper: Helper) => void = () => {};

  return {
    add(port) {
      const helper: Helper = { port, job: -1, blocks: new Set(), lost: false };
      helpers.push(helper);
      port.onmessage = ({ data }: MessageEvent<HelperAnswer>) => takeIn(data, helper);
    },
    lose(index) {
      const helper = helpers[index];
      if (helper === undefined || helper.lost) return;
      helper.lost = true;
      helper.port.close();
      giveBack(helper);
    },
    begin(job, run) {
      lastId += 1;
      const id = lastId;
      const returned: number[] = [];
      const done = new Set<number>();
      let next = 0;
      for (const helper of helpers) helper.blocks.clear();
      giveBack = (helper) => {
        returned.push(...helper.blocks);
        helper.blocks.clear();
      };
      const left = () => run.blocks - next + returned.length;
      const takeNext = () => {
        const back = returned.pop();
        if (back !== undefined) return back;
        next += 1;
        return next - 1;
      };
      const feed = () => {
        const active = helpers.filter((helper) => !helper.lost);
        // A second block waits at each helper as long as there is one for everybody.
        for (const room of [1, 2]) {
          for (const helper of active) {
            if (left() < (room === 1 ? 1 : active.length + 1) || helper.blocks.size >= room) continue;
            send(helper, takeNext());
          }
        }
      };
      const send = (helper: Helper, block: number) => {
        if (helper.job !== id) {
          helper.job = id;
          helper.port.postMessage({ kind: 'job', id, job } satisfies HelperRequest);
        }
        helper.blocks.add(block);
        helper.port.postMessage({ kind: 'block', id, block } satisfies HelperRequest);
      };
      takeIn = (answer, helper) => {
        if (answer.id !== id || helper.lost) return;
        if (answer.kind === 'failed') {
          // It may be out of memory: the owner does without it.
          helper.lost = true;
          giveBack(helper);
          return;
        }
        helper.blocks.delete(answer.samples.block);
        run.addBlock(answer.samples);
        done.add(answer.samples.block);
        feed();
      };
      return {
        get done() {
          return done.size;
        },
        take: () => (left() > 0 ? takeNext() : null),
        finished: (block) => void done.add(block),
        feed,
        reclaim() {
          for (const helper of helpers) {
            if (helper.blocks.size === 0) continue;
            helper.lost = true;
            giveBack(helper);
          }
        },
      };
    },
  };
}
