/**
 * How many of a scenario's unit one of a record's unit is. Only what follows from the units alone; whatever needs a
 * density, a price or a share besides is explained in the note of the input, record by record.
 */
const conversions: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'RMB/kg': { 'CNY/kg': 1 },
  'RMB/kWh': { 'CNY/kWh': 1 },
  'RMB/Wh': { 'CNY/kWh': 1000 },
  'million RMB/GWh': { 'CNY per GWh/yr': 1e6 },
  'bn RMB': { CNY: 1e9 },
  't/yr': { 't/yr': 1 },
  't/month': { 't/yr': 12 },
  't/GWh': { 't/GWh': 1 },
  'GWh/yr': { 'GWh/yr': 1 },
  GWh: { 'GWh/yr': 1 },
  Ah: { Ah: 1 },
  degC: { degC: 1 },
  'mAh/cm2': { 'mAh/cm2 per side': 1 },
  fraction: { share: 1, probability: 1, 'per yr, real': 1 },
  'fraction per doubling': { 'per doubling': 1 },
  'per year': { 'per yr': 1 },
  ratio: { factor: 1 },
  multiple: { multiple: 1 },
  years: { months: 12, days: 365.25 },
  months: { months: 1, days: 30.4375 },
};

/** Units that are the same thing under another name: no words are needed for them. */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  'RMB/kg': ['CNY/kg'],
  'RMB/kWh': ['CNY/kWh'],
  GWh: ['GWh/yr'],
  'mAh/cm2': ['mAh/cm2 per side'],
  fraction: ['share', 'probability'],
  'fraction per doubling': ['per doubling'],
  'per year': ['per yr'],
  ratio: ['factor'],
};

/** The factor from a record's unit to an input's, or undefined where the units alone do not give it. */
export function conversionFactor(recordUnit: string, inputUnit: string): number | undefined {
  return conversions[recordUnit]?.[inputUnit];
}

/** Whether the two units mean the same, letter by letter or by another name. */
export function sameUnit(recordUnit: string, inputUnit: string): boolean {
  return recordUnit === inputUnit || (synonyms[recordUnit]?.includes(inputUnit) ?? false);
}
