/** The columns that everything on the common axis shares, so that one month stands at one place in all of them. */
export interface TimeColumns {
  /** Names at the left. */
  readonly label: number;
  /** Of these, the last so many px are for the labels of value axes. */
  readonly gutter: number;
  readonly right: number;
}

/** For the width that is there: names shrink before the time does. */
export function timeColumns(width: number): TimeColumns {
  if (width >= 860) return { label: 288, gutter: 48, right: 16 };
  if (width >= 560) return { label: 200, gutter: 46, right: 12 };
  return { label: 112, gutter: 46, right: 6 };
}
