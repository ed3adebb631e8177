import type { ScenarioDocument } from '../../scenario/document';
import type { QuantitySampler } from '../distributions/quantity-sampler';
import type { TrajectorySampler } from '../distributions/trajectory-sampler';
import { type InputEntry, listInputs } from '../inputs/list-inputs';
import { centralPathOf, type KnownSamplers, samplerOfQuantity, samplerOfTrajectory } from './kept-samplers';
import { type Move, movedQuantity, movedTrajectory } from './moves';

/** One input that draws: where its draw goes. */
export type DrawnInput = { readonly path: string } & (
  | { readonly kind: 'quantity'; readonly slot: number; readonly sampler: QuantitySampler }
  | { readonly kind: 'trajectory'; readonly slot: number; readonly sampler: TrajectorySampler }
  | { readonly kind: 'event'; readonly slot: number }
);

/** A trajectory whose reading is moved in time by a drawn number of months (a technology's slip). */
export interface ShiftedTrajectory {
  readonly slot: number;
  readonly shiftSlot: number;
  /** Row of the draw, or -1 where the trajectory is certain. */
  readonly draw: number;
  readonly sampler: TrajectorySampler;
}

/**
 * Every number that the simulation reads, as an index: quantities and defaults into `values`, trajectories into rows
 * of `paths` (one value a month), events into `events`. What a trial draws is `drawn`; the rest never changes.
 */
export interface InputSlots {
  readonly months: number;
  readonly drawn: readonly DrawnInput[];
  readonly shifted: readonly ShiftedTrajectory[];
  /** Central value of each quantity slot. */
  readonly values: Float64Array;
  /** Central path of each trajectory slot, [slot][month]. */
  readonly paths: Float64Array;
  /** 1 at [slot][m] where a path goes straight in time from month m to m + 1, whatever the draw. */
  readonly straight: Uint8Array;
  /** 1 for a path that is one value in every month. */
  readonly constant: Uint8Array;
  /** Draw of each event in the plan: NaN where nothing happens. */
  readonly events: Float64Array;
}

/** Hands out slots while a document is compiled. */
export interface SlotBook {
  /** Slot of the quantity at a path; where the document holds none, a slot with the default. */
  quantity(path: string, fallback: number): number;
  /** Slot of the trajectory at a path; where the document holds none, a slot with a constant. */
  trajectory(path: string, fallback: number): number;
  /** Slot of the trajectory at a path, read so many months late as the quantity slot says. */
  shiftedTrajectory(path: string, fallback: number, shiftSlot: number, shiftPath: string): number;
  event(path: string): number;
  has(path: string): boolean;
  close(): InputSlots;
}

/** A tranche arrives in the plan when its probability is at least 0.5: its draw stands at the middle. */
function planDraw(path: string): number {
  return path.startsWith('funding/') ? 0.5 : Number.NaN;
}

/**
 * Opens the book for a valid document. `alwaysDrawn`: paths that draw even when they are certain, because others are
 * correlated with them. `moves`: inputs that are moved away from what the document says, draws as they were. `known`:
 * samplers of documents before this one.
 */
export function openSlotBook(
  document: ScenarioDocument,
  middle: Float64Array,
  alwaysDrawn: ReadonlySet<string>,
  moves: readonly Move[] = [],
  known?: KnownSamplers,
): SlotBook {
  const months = middle.length;
  const entries = new Map<string, InputEntry>();
  for (const entry of listInputs(document)) entries.set(entry.path, entry);
  const values: number[] = [];
  const rows: Float64Array[] = [];
  const straight: Uint8Array[] = [];
  const constant: number[] = [];
  const allStraight = new Uint8Array(months).fill(1, 0, months - 1);
  const events: number[] = [];
  const slotByPath = new Map<string, number>();
  const samplerByPath = new Map<string, TrajectorySampler>();
  const drawn: DrawnInput[] = [];
  const shifted: { slot: number; shiftSlot: number; path: string; sampler: TrajectorySampler }[] = [];

  for (const entry of entries.values()) {
    const { path } = entry;
    if (entry.kind === 'quantity') {
      const sampler = movedQuantity(samplerOfQuantity(entry.quantity, known), moves, path);
      const slot = values.push(sampler.central) - 1;
      slotByPath.set(path, slot);
      if (!sampler.fixed || alwaysDrawn.has(path)) drawn.push({ path, kind: 'quantity', slot, sampler });
    } else if (entry.kind === 'trajectory') {
      const sampler = movedTrajectory(samplerOfTrajectory(entry.trajectory, middle, known), moves, path);
      const slot = rows.push(centralPathOf(sampler)) - 1;
      straight.push(sampler.straight);
      constant.push(sampler.constant ? 1 : 0);
      slotByPath.set(path, slot);
      samplerByPath.set(path, sampler);
      if (!sampler.fixed || alwaysDrawn.has(path)) drawn.push({ path, kind: 'trajectory', slot, sampler });
    } else {
      const slot = events.push(planDraw(path)) - 1;
      slotByPath.set(path, slot);
      if (!isOver(document, path)) drawn.push({ path, kind: 'event', slot });
    }
  }

  return {
    has: (path) => entries.has(path),
    quantity(path, fallback) {
      return slotByPath.get(path) ?? values.push(fallback) - 1;
    },
    trajectory(path, fallback) {
      const slot = slotByPath.get(path);
      if (slot !== undefined) return slot;
      straight.push(allStraight);
      constant.push(1);
      return rows.push(new Float64Array(months).fill(fallback)) - 1;
    },
    shiftedTrajectory(path, fallback, shiftSlot, shiftPath) {
      const sampler = samplerByPath.get(path);
      const varies = sampler !== undefined && entries.has(shiftPath);
      if (sampler === undefined || !varies) return this.trajectory(path, fallback);
      const slot = rows.push(new Float64Array(months)) - 1;
      straight.push(new Uint8Array(months));
      constant.push(0);
      shifted.push({ slot, shiftSlot, path, sampler });
      return slot;
    },
    event(path) {
      const slot = slotByPath.get(path);
      if (slot === undefined) throw new RangeError(`No event is drawn at ${path}.`);
      return slot;
    },
    close() {
      const paths = new Float64Array(rows.length * months);
      const straightSteps = new Uint8Array(rows.length * months);
      rows.forEach((row, index) => {
        paths.set(row, index * months);
        straightSteps.set(straight[index]!, index * months);
      });
      return {
        months,
        drawn,
        shifted: shifted.map(({ slot, shiftSlot, path, sampler }) => ({
          slot,
          shiftSlot,
          sampler,
          draw: drawn.findIndex((input) => input.path === path),
        })),
        values: Float64Array.from(values),
        paths,
        straight: straightSteps,
        constant: Uint8Array.from(constant),
        events: Float64Array.from(events),
      };
    },
  };
}

/** Gates of finished tasks do not draw. */
function isOver(document: ScenarioDocument, eventPath: string): boolean {
  if (!eventPath.startsWith('tasks/')) return false;
  const id = eventPath.slice('tasks/'.length, -'/gate/outcome'.length);
  return document.tasks?.some((task) => task.id === id && task.actualFinish !== undefined) ?? false;
}
