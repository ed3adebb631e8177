import type { TrialsRun } from '../engine/types';
import type { HelperAnswer, HelperRequest } from './block-helper';
import type { BlockJob } from './block-job';
import { createDocumentSender, type SentDocument } from './sent-document';

/** Threads that run blocks for the thread that owns a run. */
export interface HelperTeam {
  /** Takes another helper in, by the port to it. */
  add(port: MessagePort): void;
  /** A helper has died: its blocks are run by others. */
  lose(index: number): void;
  /**
   * Asks a helper for the second half of the first block of a run that is about to begin, before its document is
   * validated here; null where there is no helper.
   */
  announce(job: BlockJob): Announcement | null;
  /**
   * Hands the blocks of a run out; those of an earlier run are dropped when they come. `announced`: the same run, of which
   * a helper has the second half of the first block.
   */
  begin(job: BlockJob, run: TrialsRun, announced?: Announcement | null): SharedRun;
}

/** A run of which a helper has heard. */
export interface Announcement {
  readonly id: number;
  readonly helper: number;
}

/** Which blocks of a run are still to be had. The owner takes blocks as the helpers do. */
export interface SharedRun {
  /** Blocks that have come in so far. */
  readonly done: number;
  /** What is with a helper: the second half of the first block, of which the owner runs the first. */
  readonly part: 'none' | 'awaited' | 'there';
  /** The owner waits no longer for that half, and runs it. */
  giveUpPart(): void;
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
  /** Documents that follow each other go as what has changed. */
  readonly send: (document: BlockJob['document']) => SentDocument;
  /** The run whose job it has, and the blocks that it has not brought back. */
  job: number;
  readonly blocks: Set<number>;
  lost: boolean;
}

function giveJob(helper: Helper, id: number, { document, ...job }: BlockJob): void {
  helper.job = id;
  const sent = helper.send(document);
  helper.port.postMessage({ kind: 'job', id, job: { ...job, sent } } satisfies HelperRequest);
}

/** A team without helpers; they are added as they come. */
export function createHelperTeam(): HelperTeam {
  const helpers: Helper[] = [];
  let lastId = 0;
  let takeIn: (answer: HelperAnswer, helper: Helper) => void = () => {};
  let giveBack: (helper: Helper) => void = () => {};

  return {
    add(port) {
      const helper: Helper = { port, send: createDocumentSender(), job: -1, blocks: new Set(), lost: false };
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
    announce(job) {
      const index = helpers.findIndex((helper) => !helper.lost);
      if (index < 0) return null;
      lastId += 1;
      const helper = helpers[index]!;
      giveJob(helper, lastId, job);
      helper.port.postMessage({ kind: 'part', id: lastId } satisfies HelperRequest);
      return { id: lastId, helper: index };
    },
    begin(job, run, announced = null) {
      if (announced === null) lastId += 1;
      const id = announced?.id ?? lastId;
      let part: SharedRun['part'] = announced === null ? 'none' : 'awaited';
      const returned: number[] = [];
      const done = new Set<number>();
      let next = 0;
      for (const helper of helpers) helper.blocks.clear();
      giveBack = (helper) => {
        if (announced !== null && helper === helpers[announced.helper] && part === 'awaited') part = 'none';
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
        if (helper.job !== id) giveJob(helper, id, job);
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
        if (answer.samples.part !== undefined) {
          if (part !== 'awaited') return;
          part = 'there';
          run.addBlock(answer.samples);
          const buffer = answer.samples.buffers[0]!;
          helper.port.postMessage({ kind: 'spent', buffer } satisfies HelperRequest, [buffer]);
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
        get part() {
          return part;
        },
        giveUpPart: () => {
          part = 'none';
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
