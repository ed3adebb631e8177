import { compiledModule } from '../kernel/compiled-module';
import { SELECTOR_BINARY } from '../kernel/selector-binary';
import type { QuantileScratch } from './quantile-scratch';

interface SelectorExports {
  readonly memory: WebAssembly.Memory;
  layOut(capacity: number): void;
  valuesAt(): number;
  probabilitiesAt(): number;
  foundAt(): number;
  foundOfEachAt(): number;
  select(from: number, count: number, kinds: number): number;
  selectEach(columns: number, step: number, count: number, kinds: number): void;
  again(count: number, kinds: number): void;
  countUpTo(from: number, count: number, kinds: number): void;
}

/** So many probabilities are looked up at once. */
const MOST_KINDS = 64;
/** So many numbers about many stretches are found at once. */
const MOST_FOUND = 1024;

const selectorModule = compiledModule(SELECTOR_BINARY);

/** As `createPlainSelector`, to the same bits, in WebAssembly; null where there is none with vectors, or no room. */
export function createKernelSelector(capacity: number): QuantileScratch | null {
  const module = selectorModule();
  if (module === null) return null;
  let kernel: SelectorExports;
  try {
    kernel = new WebAssembly.Instance(module).exports as unknown as SelectorExports;
    kernel.layOut(capacity);
  } catch {
    return null;
  }
  const { buffer } = kernel.memory;
  if (buffer.byteLength < kernel.foundOfEachAt() + 8 * MOST_FOUND) return null;
  const wanted = new Float64Array(buffer, kernel.probabilitiesAt(), MOST_KINDS);
  const found = new Float64Array(buffer, kernel.foundAt(), MOST_KINDS);
  const foundOfEach = new Float64Array(buffer, kernel.foundOfEachAt(), MOST_FOUND);

  /** Asks for some at a time, as many as there is room for. */
  function inParts(asked: ArrayLike<number>, out: Float64Array, answer: (kinds: number) => void): void {
    for (let first = 0; first < asked.length; first += MOST_KINDS) {
      const kinds = Math.min(MOST_KINDS, asked.length - first);
      for (let k = 0; k < kinds; k++) wanted[k] = asked[first + k]!;
      answer(kinds);
      for (let k = 0; k < kinds; k++) out[first + k] = found[k]!;
    }
  }

  return {
    values: new Float64Array(buffer, kernel.valuesAt(), capacity),
    select(from, count, probabilities, out) {
      const sum = kernel.select(from, count, 0);
      inParts(probabilities, out, (kinds) => kernel.again(count, kinds));
      return sum;
    },
    selectEach(stretches, step, count, probabilities, out, at) {
      const width = probabilities.length + 1;
      if (stretches * width > MOST_FOUND || width > MOST_KINDS) throw new RangeError('So much is not found at once.');
      wanted.set(probabilities);
      kernel.selectEach(stretches, step, count, probabilities.length);
      out.set(foundOfEach.subarray(0, stretches * width), at);
    },
    again: (count, probabilities, out) => inParts(probabilities, out, (kinds) => kernel.again(count, kinds)),
    countUpTo: (from, count, limits, out) => inParts(limits, out, (kinds) => kernel.countUpTo(from, count, kinds)),
  };
}
