/** Months in a row with the same bottleneck. */
export interface Spell {
  readonly label: string;
  readonly from: string;
  readonly to: string;
  readonly months: number;
}

/** What limits a future, month after month, put together where it stays the same. */
export function bottleneckSpells(
  months: readonly { readonly month: string; readonly bottleneck: string }[],
): readonly Spell[] {
  const spells: Spell[] = [];
  for (const { month, bottleneck } of months) {
    const last = spells.at(-1);
    if (last?.label === bottleneck) spells[spells.length - 1] = { ...last, to: month, months: last.months + 1 };
    else spells.push({ label: bottleneck, from: month, to: month, months: 1 });
  }
  return spells;
}
