/** The rail: one section for each part of a scenario. The digit is its shortcut. */
export const sections = [
  { id: 'timeline', label: 'Timeline', digit: '1' },
  { id: 'lines', label: 'Lines', digit: '2' },
  { id: 'supply', label: 'Supply', digit: '3' },
  { id: 'investment', label: 'Investment', digit: '4' },
  { id: 'cost', label: 'Cost', digit: '5' },
  { id: 'market', label: 'Market', digit: '6' },
  { id: 'risks', label: 'Risks', digit: '7' },
  { id: 'sources', label: 'Sources', digit: '8' },
  { id: 'checks', label: 'Checks', digit: '9' },
] as const;

export type SectionId = (typeof sections)[number]['id'];

export const isSection = (text: string): text is SectionId => sections.some(({ id }) => id === text);

/** Kinds of things that can be selected, and the list they stand in; `null`: a single part of the document. */
export const objectKinds = {
  scenario: { list: null, one: 'Scenario' },
  calendar: { list: 'calendars', one: 'Calendar' },
  task: { list: 'tasks', one: 'Task' },
  link: { list: 'links', one: 'Link' },
  line: { list: 'lines', one: 'Line' },
  material: { list: 'materials', one: 'Material' },
  contract: { list: 'contracts', one: 'Contract' },
  funding: { list: null, one: 'Funding' },
  tranche: { list: 'funding/tranches', one: 'Tranche' },
  cost: { list: null, one: 'Cost' },
  pricing: { list: null, one: 'Pricing' },
  own: { list: null, one: 'Own technology' },
  segment: { list: 'market/segments', one: 'Segment' },
  technology: { list: 'market/technologies', one: 'Technology' },
  risk: { list: 'risks', one: 'Risk' },
  correlation: { list: 'correlations', one: 'Correlation' },
  target: { list: 'targets', one: 'Target' },
  check: { list: 'checks', one: 'Check' },
  source: { list: 'sources', one: 'Source' },
} as const;

export type ObjectKind = keyof typeof objectKinds;

/** What the inspector shows. A contract's id is unique over all materials. */
export interface Selection {
  readonly kind: ObjectKind;
  readonly id: string;
}
