import type { Move } from '../engine/compile/moves';
import { quantitySupport, type Support } from '../engine/distributions/quantity-support';
import { listInputs } from '../engine/inputs/list-inputs';
import type { DocumentError, Quantity, ScenarioDocument, Trajectory } from '../scenario/document';
import { describePath } from '../scenario/paths';
import { describeRange, isInside, numberInWords } from '../scenario/range';
import { variableOf } from '../scenario/variables';

/**
 * Says where moves name no input of a valid document, or take one out of its range: what is moved obeys the same
 * ranges as what is written.
 */
export function checkMoves(document: ScenarioDocument, moves: readonly Move[]): DocumentError[] {
  const inputs = new Map(listInputs(document).map((entry) => [entry.path, entry]));
  return [...new Set(moves.map(({ path }) => path))].flatMap((path): DocumentError[] => {
    const input = inputs.get(path);
    if (input === undefined || input.kind === 'event') {
      const message = `${path} is no input of this document that could be moved.`;
      return [{ path, value: path, rule: 'reference', message }];
    }
    const before = input.kind === 'quantity' ? quantitySupport(input.quantity) : trajectorySupport(input.trajectory);
    const { low, high } = moves.filter((move) => move.path === path).reduce(movedSupport, before);
    const range = variableOf(path)?.range;
    const stays = Number.isFinite(low) && Number.isFinite(high);
    if (stays && (range === undefined || isInside(range, low, high))) return [];
    const bounds = range === undefined ? 'finite' : describeRange(range);
    const span = low === high ? numberInWords(low) : `${numberInWords(low)} to ${numberInWords(high)}`;
    const message = `${describePath(document, path)} would be moved to ${span}; it must be ${bounds}.`;
    return [{ path, value: span, rule: 'range', message }];
  });
}

function movedSupport({ low, high }: Support, { factor = 1, offset = 0, value }: Move): Support {
  if (value !== undefined) return { low: value, high: value };
  const ends = [factor * low + offset, factor * high + offset];
  return { low: Math.min(...ends), high: Math.max(...ends) };
}

function trajectorySupport(trajectory: Trajectory): Support {
  if (typeof trajectory === 'number' || 'kind' in trajectory) return quantitySupport(trajectory as Quantity);
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = trajectory;
  const values = trajectory.knots.flatMap((knot) => ('value' in knot ? [knot.value] : [knot.low, knot.high]));
  const clip = (value: number) => Math.min(Math.max(value, min), max);
  return { low: clip(Math.min(...values)), high: clip(Math.max(...values)) };
}
