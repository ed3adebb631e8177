import { compiledModule } from '../../kernel/compiled-module';
import { type Lane, plainRoom, type Room, rulesAsBits } from '../room';
import { PASS_FIELDS, PASSES_BINARY } from './passes-binary';

interface Passes {
  passTasks(arrays: number, firstRow: number): number;
  limitTasks(arrays: number, taskCount: number, rules: number, firstRow: number): number;
}

type NumberArray = Float64Array | Int32Array | Uint8Array;

/** Arrays begin on a cache line; their length stands `LENGTH_BEFORE` bytes before. */
const CACHE_LINE_BYTES = 64;
const LENGTH_BEFORE = 8;
const PAGE_BYTES = 65_536;

const passesModule = compiledModule(PASSES_BINARY);

function openPasses(bytes: number): { passes: Passes; buffer: ArrayBuffer } | null {
  const module = passesModule();
  if (module === null) return null;
  try {
    const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE_BYTES) });
    const { exports } = new WebAssembly.Instance(module, { env: { memory } });
    return { passes: exports as unknown as Passes, buffer: memory.buffer };
  } catch {
    return null;
  }
}

/** Bytes that an array takes, with its length. */
function bytesFor(array: NumberArray): number {
  return CACHE_LINE_BYTES * (1 + Math.ceil(array.byteLength / CACHE_LINE_BYTES));
}

/**
 * A plain room that counts: what is laid out in it takes so many bytes in a compiled one.
 */
export function countingRoom(): { readonly room: Room; bytes(): number } {
  let bytes = CACHE_LINE_BYTES;
  const seen = new Set<NumberArray>();
  const count = <Counted extends NumberArray>(array: Counted): Counted => {
    if (!seen.has(array)) bytes += bytesFor(array);
    seen.add(array);
    return array;
  };
  const countLane = (fields: readonly string[]) => count(new Int32Array(fields.length));
  const room: Room = {
    doubles: (length, value) => count(plainRoom.doubles(length, value)),
    bytes: (length) => count(plainRoom.bytes(length)),
    doublesOf: count,
    wholeOf: count,
    forwardLane(arrays) {
      countLane(PASS_FIELDS.ForwardArrays);
      return plainRoom.forwardLane(arrays);
    },
    backwardLane(arrays, rules) {
      countLane(PASS_FIELDS.BackwardArrays);
      return plainRoom.backwardLane(arrays, rules);
    },
  };
  return { room, bytes: () => bytes };
}

/**
 * A room in a memory of its own, where the loops are the same code compiled to WebAssembly, to the same bits. Null
 * where there is no WebAssembly or no memory.
 *
 * @param bytes as counted by `countingRoom`.
 */
export function compiledRoom(bytes: number): Room | null {
  const opened = openPasses(bytes);
  if (opened === null) return null;
  const { passes, buffer } = opened;
  const copies = new Map<NumberArray, NumberArray>();
  let next = 0;

  /** Room for an array; its address. */
  function allocate(length: number, bytesEach: number): number {
    const at = next + CACHE_LINE_BYTES;
    new Int32Array(buffer, at - LENGTH_BEFORE, 1)[0] = length;
    next = at + CACHE_LINE_BYTES * Math.ceil((length * bytesEach) / CACHE_LINE_BYTES);
    return at;
  }
  const doubles = (length: number) => new Float64Array(buffer, allocate(length, 8), length);
  const whole = (length: number) => new Int32Array(buffer, allocate(length, 4), length);

  function copyOf<Copied extends NumberArray>(array: Copied, make: (length: number) => Copied): Copied {
    const before = copies.get(array);
    if (before !== undefined) return before as Copied;
    const copy = make(array.length);
    copy.set(array);
    copies.set(array, copy);
    return copy;
  }

  /** Writes down where the arrays of a lane lie; the address of that. */
  function addressesOf(fields: readonly string[], arrays: object): number {
    const named = arrays as Readonly<Record<string, NumberArray>>;
    const record = whole(fields.length);
    fields.forEach((field, index) => {
      record[index] = named[field]!.byteOffset;
    });
    return record.byteOffset;
  }

  return {
    doubles: (length, value) => doubles(length).fill(value),
    bytes: (length) => new Uint8Array(buffer, allocate(length, 1), length),
    doublesOf: (array) => copyOf(array, doubles),
    wholeOf: (array) => copyOf(array, whole),
    forwardLane(arrays): Lane {
      const at = addressesOf(PASS_FIELDS.ForwardArrays, arrays);
      return {
        take({ work, never, lag, stall }) {
          arrays.work.set(work);
          arrays.never.set(never);
          arrays.lag.set(lag);
          arrays.stall.set(stall);
        },
        takeStalls: ({ stall }) => arrays.stall.set(stall),
        run: (firstRow) => passes.passTasks(at, firstRow),
      };
    },
    backwardLane(arrays, rules): Lane {
      const at = addressesOf(PASS_FIELDS.BackwardArrays, arrays);
      const { taskCount } = rules;
      const bits = rulesAsBits(rules);
      return {
        take({ work, lag, stall }) {
          arrays.work.set(work);
          arrays.lag.set(lag);
          arrays.stall.set(stall);
        },
        takeStalls: ({ stall }) => arrays.stall.set(stall),
        run: (firstRow) => passes.limitTasks(at, taskCount, bits, firstRow),
      };
    },
  };
}
