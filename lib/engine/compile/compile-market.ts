import type { Segment } from '../../scenario/document';
import type { Compiler } from './compiler';
import type { InputSlots } from './input-slots';
import type { MarketModel, SegmentModel, WorthModel, WorthOfOne } from './model';

const DEFAULT_ADOPTION_P = 0.03;
const DEFAULT_ADOPTION_Q = 0.38;

/** The market before it is known where its paths go straight. */
type SegmentDraft = Omit<SegmentModel, 'pieces' | 'worthOfOthers'>;
type MarketDraft = Omit<MarketModel, 'segments'> & { readonly segments: readonly SegmentDraft[] };

export function compileMarket(compiler: Compiler): MarketDraft {
  const { document, book } = compiler;
  const market = document.market;
  const technologies = market?.technologies ?? [];
  const ownP = book.quantity('market/own/adoption/p', DEFAULT_ADOPTION_P);
  const ownQ = book.quantity('market/own/adoption/q', DEFAULT_ADOPTION_Q);
  const attribute = (path: string) => (book.has(path) ? book.trajectory(path, 0) : -1);
  const compileSegment = (segment: Segment): Omit<SegmentModel, 'pieces' | 'worthOfOthers'> => {
    const at = `market/segments/${segment.id}`;
    return {
      id: segment.id,
      demand: book.trajectory(`${at}/demand`, 0),
      heterogeneity: book.quantity(`${at}/heterogeneity`, 1),
      eligible: segment.eligible !== false,
      p: book.has(`${at}/adoption/p`) ? book.quantity(`${at}/adoption/p`, 0) : ownP,
      q: book.has(`${at}/adoption/q`) ? book.quantity(`${at}/adoption/q`, 0) : ownQ,
      worth: Object.keys(segment.willingnessToPay ?? {}).map((name) => ({
        willingness: book.quantity(`${at}/willingnessToPay/${name}`, 0),
        own: attribute(`market/own/attributes/${name}`),
        others: Int32Array.from(technologies, ({ id }) => attribute(`market/technologies/${id}/attributes/${name}`)),
      })),
    };
  };
  return {
    segments: (market?.segments ?? []).map(compileSegment),
    technologies: technologies.map((technology) => {
      const at = `market/technologies/${technology.id}`;
      const slip = book.quantity(`${at}/slip`, 0);
      return {
        id: technology.id,
        price: book.trajectory(`${at}/price`, 0),
        availability: book.shiftedTrajectory(`${at}/availability`, 1, slip, `${at}/slip`),
        same: technology.sameAs === 'own',
      };
    }),
  };
}

/** A value that goes straight for fewer steps than these is weighed month by month, like a bent one. */
const SHORT_PIECE = 6;

/** Adds to each segment the spans of months over which each technology's value goes straight in time. */
export function withPieces(market: MarketDraft, slots: InputSlots): MarketModel {
  const { months, straight } = slots;
  const isStraight = new Uint8Array(months);
  const piecesOf = (paths: readonly number[]): Int32Array => {
    isStraight.fill(1, 0, months - 1);
    for (const slot of paths) {
      const row = slot * months;
      for (let m = 0; m < months; m++) isStraight[m]! &= straight[row + m]!;
    }
    isStraight[months - 1] = 0;
    const pieces: number[] = [];
    let first = 0;
    for (let m = 0; m < months; m++) {
      if (isStraight[m] === 1) continue;
      const straightPiece = m - first >= SHORT_PIECE;
      // Short pieces one after the other are one bent piece.
      if (!straightPiece && pieces.at(-1) === 0) pieces[pieces.length - 2] = m;
      else pieces.push(first, m, straightPiece ? 1 : 0);
      first = m + 1;
    }
    return Int32Array.from(pieces);
  };
  const segments = market.segments.map((segment) => ({
    ...segment,
    worthOfOthers: market.technologies.map((_, j) => worthOfOne(segment, j, slots)),
    pieces: market.technologies.map(({ price }, j) =>
      piecesOf([price, ...segment.worth.map(({ others }) => others[j]!).filter((slot) => slot >= 0)]),
    ),
  }));
  return { ...market, segments };
}

function worthOfOne({ worth }: SegmentDraft, technology: number, { months, constant }: InputSlots): WorthOfOne {
  const had = worth.filter(({ others }) => others[technology]! >= 0);
  const steady = had.filter(({ others }) => constant[others[technology]!] === 1);
  const moving = had.filter(({ others }) => constant[others[technology]!] === 0);
  const willingness = (list: readonly WorthModel[]) => Int32Array.from(list, (entry) => entry.willingness);
  const row = (list: readonly WorthModel[]) => Int32Array.from(list, ({ others }) => others[technology]! * months);
  return {
    steadyWillingness: willingness(steady),
    steadyRow: row(steady),
    movingWillingness: willingness(moving),
    movingRow: row(moving),
  };
}
