import type { ScenarioDocument } from '../scenario/document';
import { describePath } from '../scenario/paths';

const nameOf = (list: readonly { readonly id: string; readonly name?: string }[] | undefined, id: string) =>
  list?.find((item) => item.id === id)?.name || id;

/** An input in words, the draws of events too: `Fire: occurs`, `Durability test: outcome of the gate`. */
export function inputLabel(document: ScenarioDocument, path: string): string {
  const [group, id = '', third, fourth] = path.split('/');
  if (group === 'risks' && third === 'occurrence') return `${nameOf(document.risks, id)}: occurs`;
  if (group === 'tasks' && third === 'gate' && fourth === 'outcome') {
    return `${nameOf(document.tasks, id)}: outcome of the gate`;
  }
  if (group === 'funding' && id === 'tranches' && fourth === 'occurrence') {
    return `${nameOf(document.funding?.tranches, third ?? '')}: comes`;
  }
  // "Premium" alone could be a segment's name.
  if (group === 'pricing') return `Price: ${describePath(document, path).toLowerCase()}`;
  return describePath(document, path);
}

/** Whether an input belongs to a risk: its chance, its size, its window. */
export const isOfRisk = (path: string): boolean => path.startsWith('risks/');
