/** The scalar outputs of every trial as CSV: a column an output; `never` for what never happens, empty for none. */
export function samplesCsv(samples: Readonly<Record<string, Float64Array>>): string {
  const names = Object.keys(samples);
  const columns = Object.values(samples);
  const count = columns[0]?.length ?? 0;
  const lines = [['trial', ...names].map(quoted).join(',')];
  for (let trial = 0; trial < count; trial++) {
    lines.push([String(trial), ...columns.map((column) => cell(column[trial]!))].join(','));
  }
  return `${lines.join('\r\n')}\r\n`;
}

function cell(value: number): string {
  if (Number.isNaN(value)) return '';
  return Number.isFinite(value) ? String(value) : 'never';
}

/** RFC 4180; a name that a spreadsheet would take for a formula is text. */
function quoted(name: string): string {
  const text = /^[=+\-@]/.test(name) ? `'${name}` : name;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
