import type { Quantity, Trajectory } from '../scenario/document';
import { type Locale, noNumber } from './locale';
import { formatSignificant } from './number';

type Words = Readonly<
  Record<
    'to' | 'likely' | 'p10p90' | 'around' | 'sd' | 'oneOf' | 'atLeast' | 'atMost' | 'from' | 'next' | 'more',
    string
  >
>;

const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    to: ' to ',
    likely: ', most likely ',
    p10p90: ' (P10 to P90)',
    around: 'around ',
    sd: ' ± ',
    oneOf: 'one of ',
    atLeast: ', at least ',
    atMost: ', at most ',
    from: ' in ',
    next: ', then ',
    more: ', …',
  },
  zh: {
    to: ' 至 ',
    likely: '，最可能 ',
    p10p90: '（P10 至 P90）',
    around: '约 ',
    sd: ' ± ',
    oneOf: '取值之一：',
    atLeast: '，至少 ',
    atMost: '，至多 ',
    from: '，',
    next: '；其后 ',
    more: '……',
  },
};
const SHOWN_OUTCOMES = 4;

export interface QuantityOptions {
  readonly unit?: string;
  readonly digits?: number;
  readonly locale?: Locale;
}

/**
 * An input in words: "60 working days", "45 to 90, most likely 60 working days", "200 to 330 (P10 to P90)",
 * "250 ± 20", "80 in 2026, then 60 in 2030". Numbers that are missing are named, never blank.
 *
 * @example formatQuantity({ kind: 'uniform', low: 1, high: 2 }, { unit: 't' }) // '1 to 2 t'
 */
export function formatQuantity(value: Quantity | Trajectory, options: QuantityOptions = {}): string {
  const { unit = '', digits = 4, locale = 'en' } = options;
  const number = (n: number) => noNumber(n, locale) ?? formatSignificant(n, digits, locale);
  const body =
    typeof value === 'object' && 'knots' in value
      ? knots(value.knots, number, locale)
      : quantity(value, number, locale);
  return unit === '' ? body : `${body} ${unit}`;
}

function quantity(q: Quantity, number: (n: number) => string, locale: Locale): string {
  if (typeof q === 'number') return number(q);
  const clip = WORDS[locale];
  const low = q.min === undefined ? '' : `${clip.atLeast}${number(q.min)}`;
  const high = q.max === undefined ? '' : `${clip.atMost}${number(q.max)}`;
  return `${shape(q, number, locale)}${low}${high}`;
}

function shape(q: Exclude<Quantity, number>, number: (n: number) => string, locale: Locale): string {
  const words = WORDS[locale];
  switch (q.kind) {
    case 'fixed':
      return number(q.value);
    case 'uniform':
      return `${number(q.low)}${words.to}${number(q.high)}`;
    case 'triangular':
    case 'pert': {
      const percentiles = q.bounds === 'p10-p90' ? words.p10p90 : '';
      return `${number(q.low)}${words.to}${number(q.high)}${percentiles}${words.likely}${number(q.mode)}`;
    }
    case 'normal':
      return `${words.around}${number(q.mean)}${words.sd}${number(q.sd)}`;
    case 'lognormal':
      return `${number(q.p10)}${words.to}${number(q.p90)}${words.p10p90}`;
    case 'discrete': {
      const total = q.outcomes.reduce((sum, outcome) => sum + outcome.p, 0);
      const shown = q.outcomes.slice(0, SHOWN_OUTCOMES);
      const list = shown.map(({ value, p }) => `${number(value)} (${Math.round((100 * p) / total)} %)`).join(', ');
      return `${words.oneOf}${list}${q.outcomes.length > SHOWN_OUTCOMES ? words.more : ''}`;
    }
    default:
      return q satisfies never;
  }
}

type KnotList = Extract<Trajectory, { readonly knots: unknown }>['knots'];

function knots(list: KnotList, number: (n: number) => string, locale: Locale): string {
  const words = WORDS[locale];
  const shown = list.slice(0, SHOWN_OUTCOMES).map((knot) => {
    const value =
      'value' in knot
        ? number(knot.value)
        : `${number(knot.low)}${words.to}${number(knot.high)}${words.likely}${number(knot.mode)}`;
    return `${value}${words.from}${knot.date.slice(0, 4)}`;
  });
  return `${shown.join(words.next)}${list.length > SHOWN_OUTCOMES ? words.more : ''}`;
}
