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
  readonly field: string;
  readonly kind: 'f64' | 'i32' | 'bool' | 'arrayOrRecord' | 'list';
  /** The field's type; of a list that of its items. */
  readonly type: string;
  readonly offset: number;
}

interface Layout {
  readonly places: readonly Place[];
  readonly size: number;
}

/** Offsets of the fields of a record, each on a multiple of its size, as AssemblyScript lays records out. */
function layOut(fields: readonly (readonly [string, string])[]): Layout {
  const places: Place[] = [];
  let next = 0;
  for (const [field, type] of fields) {
    const size = type === 'f64' ? 8 : type === 'bool' ? 1 : 4;
    next = Math.ceil(next / size) * size;
    places.push({ field, offset: next, ...kindOf(type) });
    next += size;
  }
  return { places, size: next };
}

function kindOf(type: string): Pick<Place, 'kind' | 'type'> {
  if (type === 'f64' || type === 'i32' || type === 'bool') return { kind: type, type };
  const list = /^List<(\w+)>$/.exec(type);
  return list === null
    ? { kind: 'arrayOrRecord', type: type.replace(' | null', '') }
    : { kind: 'list', type: list[1]! };
}

const laidOut = new WeakMap<KernelSchema, ReadonlyMap<string, Layout>>();

/** The layouts of a schema's records, computed once. */
function layoutsOf(schema: KernelSchema): ReadonlyMap<string, Layout> {
  const before = laidOut.get(schema);
  if (before !== undefined) return before;
  const layouts = new Map(Object.entries(schema).map(([name, fields]) => [name, layOut(fields)]));
  laidOut.set(schema, layouts);
  return layouts;
}

/** A memory seen as numbers of each kind. */
function viewsOf(buffer: ArrayBuffer) {
  return {
    data: new DataView(buffer),
    F64s: new Float64Array(buffer),
    I32s: new Int32Array(buffer),
    U8s: new Uint8Array(buffer),
  };
}
type MemoryViews = ReturnType<typeof viewsOf>;

/**
 * @param allocate room for so many bytes, on a multiple of 16
 * @throws RangeError for records and fields that the schema does not have
 */
export function kernelMemory(
  memory: WebAssembly.Memory,
  allocate: (bytes: number) => number,
  schema: KernelSchema,
): KernelMemory {
  const layouts = layoutsOf(schema);

  function placeOf(record: string, field: string): Place {
    const place = layouts.get(record)?.places.find((entry) => entry.field === field);
    if (place === undefined) throw new RangeError(`The kernel's ${record} has no ${field}.`);
    return place;
  }

  /** Where what has been placed lies: records point at each other, and at the same array from two sides. */
  const placed = new Map<object, number>();
  let views = viewsOf(memory.buffer);
  /** Memory that has grown has another buffer. */
  function seen(): MemoryViews {
    if (views.data.buffer !== memory.buffer) views = viewsOf(memory.buffer);
    return views;
  }

  function placeArray(values: NumberArray): number {
    const before = placed.get(values);
    if (before !== undefined) return before;
    const at = allocateArray(values.byteLength, values.length);
    if (values instanceof Float64Array) seen().F64s.set(values, at / 8);
    else if (values instanceof Int32Array) seen().I32s.set(values, at / 4);
    else seen().U8s.set(values, at);
    placed.set(values, at);
    return at;
  }

  function allocateArray(bytes: number, length: number): number {
    const at = allocate(HEADER + bytes) + HEADER;
    seen().data.setInt32(at - 8, length, true);
    return at;
  }

  /** Copies what a field points at; its address. */
  function placeField({ kind, type }: Place, value: object | null): number {
    if (value === null) return 0;
    if (value instanceof Room) return allocateArray(8 * value.length, value.length);
    if (kind === 'list') return placeArray(Int32Array.from(value as readonly object[], (item) => placeOne(type, item)));
    return placeOne(type, value);
  }

  function placeOne(type: string, value: object): number {
    return isArrayKind(type) ? placeArray(value as NumberArray) : place(type, value);
  }

  function place(record: string, value: object): number {
    const before = placed.get(value);
    if (before !== undefined) return before;
    const layout = layouts.get(record);
    if (layout === undefined) throw new RangeError(`The kernel has no ${record}.`);
    const at = allocate(Math.max(8, layout.size));
    placed.set(value, at);
    for (const field of layout.places) {
      const content = (value as RecordValue)[field.field];
      if (content === undefined) throw new RangeError(`${record} has no ${field.field}.`);
      const to = at + field.offset;
      if (field.kind === 'f64') seen().data.setFloat64(to, Number(content), true);
      else if (field.kind === 'bool') seen().data.setUint8(to, content === true ? 1 : 0);
      else if (field.kind === 'i32') seen().data.setInt32(to, Number(content), true);
      else {
        const target = placeField(field, content as object | null);
        seen().data.setUint32(to, target, true);
      }
    }
    return at;
  }

  const pointer = (at: number) => seen().data.getUint32(at, true);
  return {
    place,
    placeArray,
    fieldAt: (record, at, field) => at + placeOf(record, field).offset,
    view(record, at, field) {
      const { type, offset } = placeOf(record, field);
      if (!isArrayKind(type)) throw new RangeError(`${record}.${field} is no array.`);
      const first = pointer(at + offset);
      const length = seen().data.getInt32(first - 8, true);
      return new ARRAYS[type].make(memory.buffer, first, length);
    },
    recordAt: (record, at, field) => pointer(at + placeOf(record, field).offset),
  };
}
