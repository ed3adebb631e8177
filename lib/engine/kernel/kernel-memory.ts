import type { KernelSchema } from './kernel-schema';

/** Bytes before the first element of an array: its length, on a multiple of 16 bytes. */
const HEADER = 16;

const ARRAYS = {
  F64s: { bytes: 8, make: Float64Array },
  I32s: { bytes: 4, make: Int32Array },
  U8s: { bytes: 1, make: Uint8Array },
} as const;
type ArrayKind = keyof typeof ARRAYS;
type NumberArray = Float64Array | Int32Array | Uint8Array;

function isArrayKind(type: string): type is ArrayKind {
  return Object.hasOwn(ARRAYS, type);
}

/** What a record holds, by field: numbers, arrays, further records, lists of records. */
export type RecordValue = Readonly<Record<string, unknown>>;

/** So many doubles in a kernel's memory in place of an array: they are written before they are read. */
export class Room {
  constructor(readonly length: number) {}
}

/** Lays records out in a kernel's memory and finds them again. */
export interface KernelMemory {
  /** Copies a record with everything in it; its address. */
  place(record: string, value: object): number;
  /** Copies an array; its address. */
  placeArray(values: NumberArray): number;
  /** Address of a field of a record at an address. */
  fieldAt(record: string, at: number, field: string): number;
  /** An array of a record as a view, to be made when all is placed: memory that grows takes its views away. */
  view(record: string, at: number, field: string): NumberArray;
  /** The record that a field of a record points at. */
  recordAt(record: string, at: number, field: string): number;
}

interface Place {
  readonly type: string;
  readonly offset: number;
}

/** Offsets of the fields of a record, each on a multiple of its size, as AssemblyScript lays records out. */
function layOut(fields: readonly (readonly [string, string])[]): { fields: Map<string, Place>; size: number } {
  const places = new Map<string, Place>();
  let next = 0;
  for (const [field, type] of fields) {
    const size = type === 'f64' ? 8 : type === 'bool' ? 1 : 4;
    next = Math.ceil(next / size) * size;
    places.set(field, { type, offset: next });
    next += size;
  }
  return { fields: places, size: next };
}

/**
 * @param allocate room for so many bytes, on a multiple of 16
 * @throws RangeError for records and fields that the schema does not have
 */
export function kernelMemory(
  memory: WebAssembly.Memory,
  allocate: (bytes: number) => number,
  schema: KernelSchema,
): KernelMemory {
  const layouts = new Map(Object.entries(schema).map(([name, fields]) => [name, layOut(fields)]));

  function placeOf(record: string, field: string): Place {
    const place = layouts.get(record)?.fields.get(field);
    if (place === undefined) throw new RangeError(`The kernel's ${record} has no ${field}.`);
    return place;
  }

  /** Where what has been placed lies: records point at each other, and at the same array from two sides. */
  const placed = new Map<object, number>();
  let dataView = new DataView(memory.buffer);
  /** Memory that has grown has another buffer. */
  function data(): DataView {
    if (dataView.buffer !== memory.buffer) dataView = new DataView(memory.buffer);
    return dataView;
  }

  function placeArray(values: NumberArray): number {
    const before = placed.get(values);
    if (before !== undefined) return before;
    const at = allocateArray(values.byteLength, values.length);
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    new Uint8Array(memory.buffer, at, values.byteLength).set(bytes);
    placed.set(values, at);
    return at;
  }

  function allocateArray(bytes: number, length: number): number {
    const at = allocate(HEADER + bytes) + HEADER;
    data().setInt32(at - 8, length, true);
    return at;
  }

  function placeField(type: string, value: unknown): number {
    if (value === null) return 0;
    if (value instanceof Room) return allocateArray(8 * value.length, value.length);
    if (isArrayKind(type)) return placeArray(value as NumberArray);
    const list = /^List<(\w+)>$/.exec(type);
    if (list === null) return place(type.replace(' | null', ''), value as object);
    return placeArray(Int32Array.from(value as readonly unknown[], (item) => placeField(list[1]!, item)));
  }

  function place(record: string, value: object): number {
    const before = placed.get(value);
    if (before !== undefined) return before;
    const layout = layouts.get(record);
    if (layout === undefined) throw new RangeError(`The kernel has no ${record}.`);
    const at = allocate(Math.max(8, layout.size));
    placed.set(value, at);
    for (const [field, { type, offset }] of layout.fields) {
      const content = (value as RecordValue)[field];
      if (content === undefined) throw new RangeError(`${record} has no ${field}.`);
      if (type === 'f64') data().setFloat64(at + offset, Number(content), true);
      else if (type === 'bool') data().setUint8(at + offset, content === true ? 1 : 0);
      else if (type === 'i32') data().setInt32(at + offset, Number(content), true);
      else {
        const target = placeField(type, content);
        data().setUint32(at + offset, target, true);
      }
    }
    return at;
  }

  const pointer = (at: number) => data().getUint32(at, true);
  return {
    place,
    placeArray,
    fieldAt: (record, at, field) => at + placeOf(record, field).offset,
    view(record, at, field) {
      const { type, offset } = placeOf(record, field);
      if (!isArrayKind(type)) throw new RangeError(`${record}.${field} is no array.`);
      const first = pointer(at + offset);
      const length = data().getInt32(first - 8, true);
      return new ARRAYS[type].make(memory.buffer, first, length);
    },
    recordAt: (record, at, field) => pointer(at + placeOf(record, field).offset),
  };
}
