import { compiledModule } from '../kernel/compiled-module';
import { SELECTOR_BINARY } from '../kernel/selector-binary';
import type { QuantileScratch } from './quantile-scratch';

interface SelectorExports {
  readonly memory: WebAssembly.Memory;
  layOut(capacity: number): void;
  valuesAt(): number;
  probabilitiesAt(): number;
  foundAt(): number;
  select(from: number, count: number, kinds: number): number;
  again(count: number, kinds: number): void;
  countUpTo(from: number, count: number, kinds: number): void;
}

/** So many probabilities are looked up at once. */
const MOST_KINDS = 64;

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
  if (buffer.byteLength < kernel.foundAt() + 8 * MOST_KINDS) return null;
  const wanted = new Float64Array(buffer, kernel.probabilitiesAt(), MOST_KINDS);
  const found = new Float64Array(buffer, kernel.foundAt(), MOST_KINDS);

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
    again: (count, probabilities, out) => inParts(probabilities, out, (kinds) => kernel.again(count, kinds)),
    countUpTo: (from, count, limits, out) => inParts(limits, out, (kinds) => kernel.countUpTo(from, count, kinds)),
  };
}
