import { compileNetwork } from '../engine/timeline/network';
import type { Link, LinkType, ScenarioDocument } from '../scenario/document';
import { done, type EditOutcome, findTask, named, refuse } from './edit-outcome';

export const linkTypeNames: Readonly<Record<LinkType, string>> = {
  FS: 'finish to start',
  SS: 'start to start',
  FF: 'finish to finish',
  SF: 'start to finish',
};

/** How a link is known: its id, by default what it connects. */
export function linkKey(link: Link): string {
  return link.id ?? `${link.from}-${link.type ?? 'FS'}-${link.to}`;
}

function isUnder(document: ScenarioDocument, id: string, above: string): boolean {
  const byId = new Map((document.tasks ?? []).map((task) => [task.id, task]));
  const seen = new Set<string>();
  for (let at = byId.get(id)?.parent; at !== undefined && !seen.has(at); at = byId.get(at)?.parent) {
    if (at === above) return true;
    seen.add(at);
  }
  return false;
}

export interface LinkRequest {
  readonly from: string;
  readonly to: string;
  readonly type?: LinkType;
}

/** Draws a link; refused where it would close a ring (its tasks are named), double another or tie a phase to its own part. */
export function addLink(document: ScenarioDocument, { from, to, type = 'FS' }: LinkRequest): EditOutcome {
  const [first, second] = [findTask(document, from), findTask(document, to)];
  if (!first || !second) return refuse(`There is no task ${named(undefined, first ? to : from)} to link.`);
  if (from === to) return refuse(`${named(first)} cannot depend on itself.`);
  if (isUnder(document, from, to) || isUnder(document, to, from)) {
    return refuse(`${named(first)} and ${named(second)} lie in one another: link the tasks inside instead.`);
  }
  const same = (document.links ?? []).find(
    (link) => link.from === from && link.to === to && (link.type ?? 'FS') === type,
  );
  if (same) return refuse(`${named(first)} and ${named(second)} are linked ${linkTypeNames[type]} already.`);
  const link: Link = type === 'FS' ? { from, to } : { from, to, type };
  const next = { ...document, links: [...(document.links ?? []), link] };
  const { cycle } = compileNetwork(next);
  if (cycle) {
    const ring = [...cycle, cycle[0] ?? ''].map((id) => named(findTask(document, id), id)).join(' → ');
    return refuse(`This link would make the tasks wait for each other: ${ring}.`);
  }
  return done(next, `Linked ${named(first)} to ${named(second)}, ${linkTypeNames[type]}.`);
}

/** Takes a link away, and the correlations that name its lag. */
export function removeLink(document: ScenarioDocument, key: string): EditOutcome {
  const link = (document.links ?? []).find((one) => linkKey(one) === key);
  if (!link) return refuse('There is no such link any more.');
  const path = `links/${key}/lag`;
  const correlations = document.correlations?.filter(({ a, b }) => a !== path && b !== path);
  const next = {
    ...document,
    links: (document.links ?? []).filter((one) => one !== link),
    ...(correlations ? { correlations } : {}),
  };
  const [from, to] = [findTask(document, link.from), findTask(document, link.to)];
  return done(next, `Removed the link from ${named(from, link.from)} to ${named(to, link.to)}.`);
}
