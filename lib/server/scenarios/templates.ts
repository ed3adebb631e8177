import { prepareReferences } from '../workspaces/create-workspace';

export interface TemplateRow {
  readonly name: string;
  /** The first sentence of its description. */
  readonly summary: string;
}

function firstSentence(text: string): string {
  const end = /[.!?](?=\s|$)/.exec(text);
  return end ? text.slice(0, end.index + 1) : text;
}

/** What a new scenario may begin from. The same for everybody: nothing of any workspace is in it. */
export function scenarioTemplates(): readonly TemplateRow[] {
  return prepareReferences().map(({ document }) => ({
    name: document.name,
    summary: firstSentence(document.description ?? ''),
  }));
}
