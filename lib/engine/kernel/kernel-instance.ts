import { exp, expm1 } from '../maths/exp';
import { log } from '../maths/log';
import { BLOCK_TRIALS } from '../types';
import { compiledModule } from './compiled-module';
import type { WeighedMarkets } from './kept-markets';
import { KERNEL_BINARY } from './kernel-binary';

/** What the kernel offers (kernel/assembly/exports.as); addresses are bytes. */
export interface KernelExports {
  readonly memory: WebAssembly.Memory;
  firstFree(): number;
  setTables(roots: number, logarithms: number): void;
  setRecords(model: number, state: number, table: number, keeper: number): void;
  layMarkets(at: number, count: number, stride: number): void;
  turnToMarket(at: number): void;
  readAhead(at: number, bytes: number): number;
  take(trial: number, forMarket: number): void;
  prepare(): void;
  run(isWeighed: number): void;
  keep(place: number, focus: number, projectFinish: number): void;
  keepGroup(block: number, trial: number, count: number, skipsZeros: number): void;
}

/** A kernel with its memory, used by one run at a time. */
export interface KernelInstance {
  readonly exports: KernelExports;
  /** What the kernel calls when a build has stalled. */
  onStall: () => void;
  /** Room for so many bytes, on a multiple of 16; an earlier run may have left its numbers there. */
  allocate(bytes: number): number;
  /** What runs before this one have weighed. */
  readonly markets: WeighedMarkets;
  /** An earlier run has left its numbers at an address. */
  isUsed(address: number): boolean;
}

const PAGE = 65_536;
/** A memory beyond it goes back to the system when its run is over. */
const MOST_KEPT_BYTES = 512 * 1024 * 1024;

const kernelModule = compiledModule(KERNEL_BINARY);
/** An instance that no run uses: the memory of an earlier run serves the next, already touched. */
let spare: (KernelInstance & { restart(): void }) | null = null;

/** An instance for one run; null where there is no WebAssembly or no room. */
export function takeInstance(): KernelInstance | null {
  const kept = spare;
  spare = null;
  if (kept !== null) {
    kept.restart();
    return kept;
  }
  const module = kernelModule();
  if (module === null) return null;
  try {
    return createInstance(module);
  } catch {
    return null;
  }
}

/** Gives an instance back when its run is over. */
export function giveBack(instance: KernelInstance): void {
  if (instance.exports.memory.buffer.byteLength > MOST_KEPT_BYTES) return;
  spare = instance as KernelInstance & { restart(): void };
}

function createInstance(module: WebAssembly.Module): KernelInstance & { restart(): void } {
  const host = { exp, log, expm1, reschedule: () => instance.onStall() };
  const exports = new WebAssembly.Instance(module, { host }).exports as unknown as KernelExports;
  const { memory } = exports;
  const first = exports.firstFree();
  let next = first;
  /** Below it an earlier run has left its numbers. */
  let usedTo = first;
  const instance = {
    exports,
    markets: { bytes: 0, key: null, isLaid: false, weighed: new Uint8Array(BLOCK_TRIALS) } as WeighedMarkets,
    onStall: () => {},
    allocate(bytes: number): number {
      const at = next;
      next += Math.ceil(bytes / 16) * 16;
      const missing = next - memory.buffer.byteLength;
      if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
      return at;
    },
    isUsed: (address: number) => address < usedTo,
    restart() {
      usedTo = Math.max(usedTo, next);
      next = first;
      instance.onStall = () => {};
    },
  };
  return instance;
}
