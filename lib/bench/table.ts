/** One table of the bench, ready to be printed. */
export interface BenchTable {
  readonly title: string;
  /** Column heads; the first column is text, the others are numbers. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What is in, what is not, how it was measured. */
  readonly notes: readonly string[];
}

/**
 * A number with so many significant digits, thousands parted by commas, never in exponents; a dash for none.
 *
 * @example digits(1234.5) // '1,230'
 */
export function digits(value: number, significant = 3): string {
  if (!Number.isFinite(value)) return '–';
  return new Intl.NumberFormat('en', { maximumSignificantDigits: significant, useGrouping: true }).format(value);
}

/** The table in Markdown, columns padded so that it also reads well in a terminal. */
export function tableText({ title, head, rows, notes }: BenchTable): string {
  const widths = head.map((cell, column) => Math.max(3, cell.length, ...rows.map((row) => (row[column] ?? '').length)));
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, i) => (i === 0 ? (cells[i] ?? '').padEnd(width) : (cells[i] ?? '').padStart(width))).join(' | ')} |`;
  const rule = `| ${widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [`## ${title}`, '', line(head), rule, ...rows.map(line), '', ...notes, ''].join('\n');
}
