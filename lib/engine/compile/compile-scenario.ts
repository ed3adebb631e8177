import type { ScenarioDocument } from '../../scenario/document';
import { compileHorizon } from '../calendar/horizon';
import { type CorrelationPlan, compileCorrelation } from '../random/correlation';
import { keptNetwork } from '../timeline/kept-network';
import { compileFunding, compilePricing } from './compile-funding';
import { compileLine, compileMaterials } from './compile-lines';
import { compileMarket, withPieces } from './compile-market';
import { compileRisks } from './compile-risks';
import { calendarYears, compileTarget } from './compile-target';
import { compileGates, compileTaskWork } from './compile-tasks';
import { type Compiler, indexById } from './compiler';
import { openSlotBook } from './input-slots';
import type { KnownSamplers } from './kept-samplers';
import type { Model } from './model';
import type { Move } from './moves';

/**
 * Turns a valid document into indices and typed arrays: the model that every plan and trial of it runs on.
 *
 * @throws RangeError where the document names something that it does not hold (validation refuses such documents).
 */
export function compileScenario(
  document: ScenarioDocument,
  documentHash: string,
  moves: readonly Move[] = [],
  known?: KnownSamplers,
): Model {
  const months = compileHorizon(document.horizon);
  const correlation = correlationPlan(document);
  const alwaysDrawn = new Set(correlation?.paths ?? []);
  const book = openSlotBook(document, months.middle, alwaysDrawn, moves, known);
  const compiler: Compiler = { document, book, months, taskIndex: indexById(document.tasks), events: [] };
  const lines = (document.lines ?? []).map((line) => compileLine(compiler, line));
  const { materials, contracts, contractIndex } = compileMaterials(compiler);
  const funding = compileFunding(compiler);
  const market = compileMarket(compiler);
  const risks = compileRisks(compiler, contractIndex);
  const taskWork = compileTaskWork(compiler);
  const gates = compileGates(compiler);
  const pricing = compilePricing(compiler);
  const cost = {
    otherMaterials: book.trajectory('cost/otherMaterials', 0),
    conversion: book.trajectory('cost/conversion', 0),
    learningRate: book.quantity('cost/learningRate', 0),
    referenceVolume: book.quantity('cost/referenceVolume', 1),
    spillover: book.quantity('cost/spillover', 0),
  };
  const slots = book.close();
  const rowByPath = new Map(slots.drawn.map((input, row) => [input.path, row]));
  return {
    document,
    documentHash,
    months,
    slots,
    correlation,
    correlatedRows: Int32Array.from(correlation?.paths ?? [], (path) => rowByPath.get(path) ?? -1),
    network: keptNetwork(document),
    taskWork,
    gates,
    risks,
    events: compiler.events,
    lines,
    contracts,
    materials,
    funding,
    cost,
    pricing,
    market: withPieces(market, slots),
    marketSource: known !== undefined && moves.length === 0 ? (document.market ?? null) : null,
    targets: (document.targets ?? []).map((target) => compileTarget(compiler, target)),
    years: calendarYears(months),
  };
}

/** The copula, or null without correlations. */
function correlationPlan(document: ScenarioDocument): CorrelationPlan | null {
  if ((document.correlations ?? []).length === 0) return null;
  const compiled = compileCorrelation(document.correlations ?? []);
  if (!compiled.possible) throw new RangeError('The correlations of the document cannot exist together.');
  return compiled.plan;
}
