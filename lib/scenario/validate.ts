import { monthIndex, monthStart } from '../engine/calendar/horizon';
import type { Outcome } from '../engine/types';
import type { ScenarioDocument } from './document';
import type { KnownParts } from './known-parts';
import { versionFault } from './schema-version';
import { withoutMetaOfAttributes } from './validation/attribute-meta';
import { checkCalendars } from './validation/calendar-rules';
import { checkCorrelations } from './validation/correlation-rules';
import { type DocumentIndex, type Fields, indexDocument, recordOf } from './validation/document-index';
import { checkCycles } from './validation/network';
import {
  checkLines,
  checkPriceLimits,
  checkReservedIds,
  checkRisks,
  checkTranches,
} from './validation/programme-rules';
import { checkEvidence, checkReferences, checkTaskReferences } from './validation/references';
import { createReport, type Report } from './validation/report';
import { checkHorizon, checkTasks } from './validation/schedule-rules';
import { BASELINE_SHAPE, DOCUMENT_SHAPE } from './validation/shapes';
import { checkObject } from './validation/structure';
import { checkChecks, checkPresentation, checkTargets, type HorizonMonths } from './validation/target-rules';
import { expectRecord, type InputKind, type Place, ROOT, type Walk } from './validation/walk';

/**
 * Checks that a value is a scenario document: its form, ranges, orders, ids, references, cycles, calendars and
 * correlations, every error that can be told apart in one pass (at most 1,000; the last then says how many more).
 *
 * The value may be any JSON at all, and any plain data besides: nothing makes the check crash or run for long. What is returned is the value itself, so that its parts keep their identity; only a `meta` among
 * attributes, which says nothing to the model, is left out of the copy that is returned then.
 *
 * @param known what is known of documents before this one, of which no part is ever changed in place
 * @example validateDocument({ schemaVersion: 2 }) // { ok: false, errors: [{ path: 'name', rule: 'required', ... }] }
 */
export function validateDocument(value: unknown, known?: KnownParts): Outcome<ScenarioDocument> {
  const report = createReport();
  checkDocument(report, value, known);
  const errors = report.errors();
  if (errors.length > 0) return { ok: false, errors };
  return { ok: true, value: withoutMetaOfAttributes(value as ScenarioDocument) };
}

function checkDocument(report: Report, value: unknown, known: KnownParts | undefined): void {
  const inputs = new Map<string, InputKind>();
  const currency = recordOf(value).currency;
  const shownCurrency = typeof currency === 'string' ? currency.slice(0, 3) : '';
  const walk: Walk = { report, currency: shownCurrency, inputs, ...(known === undefined ? {} : { known }) };
  const root = expectRecord(walk, ROOT, value);
  if (root === undefined) return;
  const fault = versionFault(root.schemaVersion);
  if (fault !== undefined) {
    report.add(fault.path, fault.value, fault.rule, fault.message);
    // The fields of another version mean nothing to this one.
    if (fault.rule === 'version') return;
  }
  checkObject(walk, ROOT, root, DOCUMENT_SHAPE);
  const index = indexDocument(root);
  const horizon = horizonOf(walk, root);
  checkReferences(walk, index);
  checkEvidence(walk, index);
  checkReservedIds(walk, index);
  checkTasks(walk, index);
  checkCycles(walk, index, ROOT);
  checkByItself(walk, root.calendars, () => checkCalendars(walk, index, report));
  checkRisks(walk, index);
  checkLines(walk, index);
  if (horizon !== undefined) {
    const { start, end } = recordOf(root.horizon) as { start: string; end: string };
    checkTranches(walk, index, monthStart(horizon.first));
    checkPriceLimits(walk, recordOf(root.pricing), { start, end });
  }
  checkTargets(walk, index, horizon);
  const isMovable = (path: string) => inputs.has(path) && inputs.get(path) !== 'event';
  const context = { index, horizon, isMovable };
  checkChecks(walk, context);
  checkPresentation(walk, context);
  checkCorrelations(walk, index, (path) => inputs.has(path));
  const { baseline } = recordOf(root.meta);
  checkByItself(walk, baseline, () => checkBaseline(walk, baseline));
}

function horizonOf(walk: Walk, root: Fields): HorizonMonths {
  if (walk.report.hasBelow('horizon')) return undefined;
  const { start, end } = recordOf(root.horizon);
  const first = monthIndex(String(start));
  const last = monthIndex(String(end));
  if (first === null || last === null) return undefined;
  const place: Place = { path: 'horizon', pattern: 'horizon', owner: '' };
  return checkHorizon(walk, place, { first, last }, root.horizon) ? { first, last } : undefined;
}

/** Checks what depends on nothing around it; a part that was found in order is not looked at again. */
function checkByItself({ known, report }: Walk, part: unknown, check: () => void): void {
  if (typeof part !== 'object' || part === null || known === undefined) {
    check();
    return;
  }
  if (known.sound.has(part)) return;
  check();
  // Where there are errors, some rules may not have been asked.
  if (report.count() === 0) known.sound.add(part);
}

/** A kept baseline is a schedule of its own: the same rules for its tasks, links and calendars. */
function checkBaseline({ inputs: _, ...walk }: Walk, value: unknown): void {
  if (value === undefined) return;
  const place: Place = { path: 'meta/baseline', pattern: '', owner: '' };
  const baseline = expectRecord(walk, place, value);
  if (baseline === undefined) return;
  checkObject(walk, place, baseline, BASELINE_SHAPE);
  const index: DocumentIndex = indexDocument(baseline, place);
  checkTaskReferences(walk, index);
  checkTasks(walk, index);
  checkCycles(walk, index, place);
  checkCalendars(walk, index, walk.report);
}
