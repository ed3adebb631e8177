import type { ScenarioDocument } from '../scenario/document';
import { documentHash } from '../scenario/document-hash';
import { referenceScenarios } from '../scenario/reference';

/** The Reference scenario and its hash. */
export function referenceDocument(): { readonly document: ScenarioDocument; readonly hash: string } {
  const found = referenceScenarios.find(({ key }) => key === 'reference');
  if (found === undefined) throw new RangeError('There is no reference scenario called "reference".');
  return { document: found.document, hash: documentHash(found.document) };
}

/** Its size in words. */
export function sizeInWords(document: ScenarioDocument, months: number): string {
  const { tasks, links, market, lines, materials, risks } = document;
  return [
    `${tasks?.length ?? 0} tasks`,
    `${links?.length ?? 0} links`,
    `${months} months`,
    `${market?.technologies?.length ?? 0} other technologies`,
    `${market?.segments?.length ?? 0} segments`,
    `${lines?.length ?? 0} lines`,
    `${materials?.length ?? 0} materials`,
    `${risks?.length ?? 0} risks`,
  ].join(', ');
}
