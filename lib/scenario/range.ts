/** Where a number may lie. */
export interface Range {
  readonly low: number;
  readonly high: number;
  /** The end itself is not allowed. */
  readonly lowOpen?: boolean;
  readonly highOpen?: boolean;
  readonly integer?: boolean;
}

/** Beyond this no input means anything, and sums of inputs still stay finite. */
export const LARGEST = 1e15;

export const ANY_SIGN: Range = { low: -LARGEST, high: LARGEST, lowOpen: true, highOpen: true };
export const AT_LEAST_ZERO: Range = { low: 0, high: LARGEST, highOpen: true };
export const ABOVE_ZERO: Range = { low: 0, high: LARGEST, lowOpen: true, highOpen: true };
export const ABOVE_MINUS_ONE: Range = { low: -1, high: LARGEST, lowOpen: true, highOpen: true };
export const UNIT_INTERVAL: Range = { low: 0, high: 1 };
/** Fractions that must leave something: yields. */
export const POSITIVE_FRACTION: Range = { low: 0, high: 1, lowOpen: true };
export const BELOW_ONE: Range = { low: 0, high: 1, highOpen: true };

/** Whether [low, high] lies wholly inside the range. False for NaN. */
export function isInside(range: Range, low: number, high: number): boolean {
  if (!(range.lowOpen ? low > range.low : low >= range.low)) return false;
  if (!(range.highOpen ? high < range.high : high <= range.high)) return false;
  return !range.integer || (Number.isInteger(low) && Number.isInteger(high));
}

/**
 * The range in words that follow "must be".
 *
 * @example describeRange({ low: 0, high: 1e15, highOpen: true }) // 'at least 0 and below 1e15'
 */
export function describeRange(range: Range): string {
  const whole = range.integer ? 'a whole number, ' : '';
  const low = `${range.lowOpen ? 'above' : 'at least'} ${numberInWords(range.low)}`;
  const high = `${range.highOpen ? 'below' : 'at most'} ${numberInWords(range.high)}`;
  return `${whole}${low} and ${high}`;
}

/** A number as people type it: large powers of ten in short, the rest in full. */
export function numberInWords(value: number): string {
  if (Math.abs(value) >= 1e9) return value.toExponential().replace('e+', 'e');
  return String(value);
}
