import { compileCorrelation } from '../../engine/random/correlation';
import type { Correlation } from '../document';
import { ANY_SIGN } from '../range';
import { variableOfPattern } from '../variables';
import type { DocumentIndex } from './document-index';
import { clip } from './report';
import { expectNumber, fieldOf, refuse, type Walk } from './walk';

const SHOWN_ENTRIES = 10;

/** Correlations: paths that exist, each pair once, |rho| < 1, and a matrix that some joint distribution has. */
export function checkCorrelations(walk: Walk, index: DocumentIndex, isInput: (path: string) => boolean): void {
  const sound: Correlation[] = [];
  const pairs = new Set<string>();
  const range = variableOfPattern('correlations/*/rho')?.range ?? ANY_SIGN;
  for (const { fields, place } of index.correlations) {
    const { a, b, rho } = fields;
    const before = walk.report.count();
    for (const name of ['a', 'b']) {
      const path = fields[name];
      if (typeof path !== 'string' || isInput(path)) continue;
      const words = `names "${clip(path, 200)}", which is no input of this scenario`;
      refuse(walk, fieldOf(place, name), path, 'correlation', words);
    }
    const rhoPlace = fieldOf(place, 'rho');
    const number = rho === undefined ? undefined : expectNumber(walk, rhoPlace, rho);
    if (number !== undefined && !(number > range.low && number < range.high)) {
      refuse(walk, rhoPlace, rho, 'correlation', `is ${number}; it must be above ${range.low} and below ${range.high}`);
    }
    if (typeof a !== 'string' || typeof b !== 'string') continue;
    const named = `${clip(a, 200)} and ${clip(b, 200)}`;
    if (a === b) refuse(walk, place, a, 'correlation', `joins ${clip(a, 200)} with itself`);
    const pair = JSON.stringify(a < b ? [a, b] : [b, a]);
    if (pairs.has(pair)) refuse(walk, place, [a, b], 'correlation', `names the pair ${named} a second time`);
    pairs.add(pair);
    if (walk.report.count() === before && number !== undefined) sound.push({ a, b, rho: number });
  }
  checkPossible(walk, sound);
}

function checkPossible(walk: Walk, correlations: readonly Correlation[]): void {
  if (correlations.length === 0) return;
  const compiled = compileCorrelation(correlations);
  if (compiled.possible) return;
  const offered = new Map(compiled.nearest.map((entry) => [JSON.stringify([entry.a, entry.b].sort()), entry.rho]));
  const entries = compiled.involved.slice(0, SHOWN_ENTRIES).map(({ a, b, rho }) => {
    const nearest = offered.get(JSON.stringify([a, b].sort())) ?? 0;
    return `${clip(a, 200)} ~ ${clip(b, 200)}: ${rho}, nearest ${Number(nearest.toPrecision(6))}`;
  });
  const more = compiled.involved.length > SHOWN_ENTRIES ? `; and ${compiled.involved.length - SHOWN_ENTRIES} more` : '';
  const message = `Correlations cannot all hold at once (their matrix is not positive definite): ${entries.join('; ')}${more}.`;
  walk.report.add('correlations', null, 'correlation', message, compiled.nearest);
}
