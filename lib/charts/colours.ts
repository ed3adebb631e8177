import type { ScenarioDocument } from '../scenario/document';
import type { PatternName } from './frame';
import type { ChartTheme } from './scene';

/** Colour and, where colours begin again, a pattern: the look of one thing through all charts and files. */
export interface SeriesLook {
  readonly id: string;
  readonly label: string;
  readonly colour: string;
  readonly pattern?: PatternName;
}

const patterns: readonly PatternName[] = ['hatch', 'dots', 'bars', 'back-hatch', 'columns', 'grid'];
// Those that the four fixed limits leave.
const materialPatterns: readonly PatternName[] = ['dots', 'back-hatch', 'zigzag', 'checks'];
const hexColour = /^#[0-9a-f]{6}$/i;

/** The palette without the accent, which belongs to the own technology; a pattern from the second round on. */
function lookAt(index: number, theme: ChartTheme): { colour: string; pattern?: PatternName } {
  const others = theme.palette.slice(1);
  const round = Math.floor(index / others.length);
  return {
    colour: others[index % others.length] ?? theme.muted,
    pattern: round > 0 ? patterns[(round - 1) % patterns.length] : undefined,
  };
}

const own = (colour: string | undefined) => (colour && hexColour.test(colour) ? { colour } : {});

/** Own first, in the accent; the other technologies in the document's order; what nobody serves in grey. */
export function technologyLooks(document: ScenarioDocument, theme: ChartTheme): readonly SeriesLook[] {
  const technologies = document.market?.technologies ?? [];
  return [
    { id: 'own', label: 'Own', colour: theme.accent },
    ...technologies.map((technology, index) => ({
      id: technology.id,
      label: technology.name,
      ...lookAt(index, theme),
      ...own(technology.meta?.colour),
    })),
    { id: 'unserved', label: 'Unserved', colour: theme.axis, pattern: 'bars' as const },
  ];
}

/** Materials begin further on in the palette than technologies, so that the first of both differ. */
export function materialLooks(document: ScenarioDocument, theme: ChartTheme): readonly SeriesLook[] {
  return (document.materials ?? []).map((material, index) => ({
    id: material.id,
    label: material.name,
    ...lookAt(index + 2, theme),
    ...own(material.meta?.colour),
  }));
}

/** What can hold a scenario back, in the order of the stack; each with a pattern of its own beside its colour. */
export function limitLooks(document: ScenarioDocument, theme: ChartTheme): readonly SeriesLook[] {
  const colour = (index: number) => theme.palette[index] ?? theme.muted;
  return [
    { id: 'schedule', label: 'Schedule', colour: colour(7) },
    { id: 'funding', label: 'Funding', colour: colour(1), pattern: 'hatch' },
    { id: 'capacity', label: 'Capacity', colour: colour(9), pattern: 'columns' },
    ...materialLooks(document, theme).map((look, index) => ({
      ...look,
      pattern: materialPatterns[index % materialPatterns.length],
    })),
    { id: 'demand', label: 'Demand', colour: theme.axis, pattern: 'bars' },
    { id: 'abandoned', label: 'Abandoned', colour: theme.negative, pattern: 'grid' },
  ];
}
