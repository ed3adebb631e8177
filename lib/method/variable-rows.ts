import { LARGEST, numberInWords, type Range } from '../scenario/range';
import { INPUT_TABLE, type InputVariable, RESULT_TABLE } from '../scenario/variables';
import type { MethodSection } from './method-types';
import { SYMBOLS } from './symbols';

/** One variable as the page shows it. */
export interface VariableRow {
  /** Path pattern of an input, id of a result. */
  readonly id: string;
  readonly label: string;
  /** TeX, where formulas name it. */
  readonly symbol: string | null;
  readonly unit: string;
  readonly explanation: string;
  /** `required`, a number, or nothing; inputs only. */
  readonly given: string;
  /** What is allowed, in words; inputs only. */
  readonly allowed: string;
}

export interface SectionVariables {
  readonly inputs: readonly VariableRow[];
  readonly results: readonly VariableRow[];
}

const KIND_WORDS: Readonly<Record<InputVariable['kind'], string>> = {
  quantity: '',
  trajectory: 'may change with time',
  event: 'draw of an event',
  number: 'without uncertainty',
};

/** A range in short words: `0 to 1`, `above 0`, `any`. Bounds that only keep sums finite are left out. */
export function rangeWords({ low, high, lowOpen, highOpen, integer }: Range): string {
  const hasLow = low > -LARGEST;
  const hasHigh = high < LARGEST && high < Number.MAX_SAFE_INTEGER;
  const closed = hasLow && hasHigh && !lowOpen && !highOpen;
  const ends = [
    ...(hasLow ? [`${lowOpen ? 'above' : 'at least'} ${numberInWords(low)}`] : []),
    ...(hasHigh ? [`${highOpen ? 'below' : 'at most'} ${numberInWords(high)}`] : []),
  ];
  const words = closed ? `${numberInWords(low)} to ${numberInWords(high)}` : ends.join(' and ') || 'any';
  return integer ? `whole number, ${words}` : words;
}

/** A unit with the scenario's currency in words. */
function unitWords(unit: string): string {
  return unit.replaceAll('{currency}', 'currency');
}

function inputRow(row: InputVariable): VariableRow {
  const kind = KIND_WORDS[row.kind];
  return {
    id: row.pattern,
    label: row.label,
    symbol: SYMBOLS[row.pattern] ?? null,
    unit: unitWords(row.unit),
    explanation: kind === '' ? row.explanation : `${row.explanation.replace(/\.$/, '')} (${kind}).`,
    given: row.required ? 'required' : row.defaultValue === undefined ? '' : String(row.defaultValue),
    allowed: row.kind === 'event' ? '' : rangeWords(row.range),
  };
}

/** The variables that belong to a section, from the one table of variables. */
export function variablesOfSection(section: MethodSection['id']): SectionVariables {
  return {
    inputs: INPUT_TABLE.filter(({ anchor }) => anchor === section).map(inputRow),
    results: RESULT_TABLE.filter(({ anchor }) => anchor === section).map((row) => ({
      id: row.id,
      label: row.label,
      symbol: SYMBOLS[row.id] ?? null,
      unit: unitWords(row.unit),
      explanation: row.explanation,
      given: '',
      allowed: '',
    })),
  };
}
