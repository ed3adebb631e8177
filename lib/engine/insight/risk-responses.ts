import type { Risk, ScenarioDocument } from '../../scenario/document';
import type { Outcome, TrialsRun } from '../types';
import { type DrawOptions, drawnAs, type Laboratory, type OnRuns } from './laboratory';
import {
  HEADLINE_OUTPUTS,
  type PairedChance,
  type PairedDifference,
  pairedChance,
  pairedDifference,
} from './paired-comparison';

/** What the response to a risk is worth: everything with it less everything without it, trial by trial. */
export interface ResponseWorth {
  readonly risk: string;
  /** Whether the document has it active. */
  readonly active: boolean;
  /** Differences "with less without" by output name. */
  readonly outputs: Readonly<Record<string, PairedDifference>>;
  /** `before` is without the response, `after` with it. */
  readonly targets: Readonly<Record<string, PairedChance>>;
}

export interface ResponsesRequest extends DrawOptions {
  /** Outputs beyond the headline's. */
  readonly outputs?: readonly string[];
  readonly onRuns?: OnRuns;
}

function withResponse(document: ScenarioDocument, id: string, active: boolean): ScenarioDocument {
  const risks = document.risks?.map((risk): Risk => {
    return risk.id === id && risk.response !== undefined ? { ...risk, response: { ...risk.response, active } } : risk;
  });
  return { ...document, risks };
}

/**
 * Turns the response of each risk that has one off and on, everything else as the document has it, with the same draws.
 * The document itself is one of the two sides, so there is one run more than there are responses.
 */
export async function responseWorths(
  document: ScenarioDocument,
  request: ResponsesRequest,
  laboratory: Laboratory,
): Promise<Outcome<readonly ResponseWorth[]>> {
  const opened = laboratory.open(document);
  if (!opened.ok) return opened;
  const draws = { ...drawnAs(document, request), samples: request.outputs };
  const risks = (document.risks ?? []).filter((risk) => risk.response !== undefined);
  const asIs = await laboratory.run(opened.value, draws);
  request.onRuns?.(1, risks.length + 1);
  const worths: ResponseWorth[] = [];
  for (const { id, response } of risks) {
    const active = response?.active === true;
    const other = laboratory.open(withResponse(document, id, !active));
    if (!other.ok) return other;
    const changed = await laboratory.run(other.value, draws);
    const [without, having] = active ? [changed, asIs] : [asIs, changed];
    worths.push({ risk: id, active, ...differences(document, without, having, request.outputs ?? []) });
    request.onRuns?.(worths.length + 1, risks.length + 1);
  }
  return { ok: true, value: worths };
}

function differences(
  document: ScenarioDocument,
  without: TrialsRun,
  having: TrialsRun,
  further: readonly string[],
): Pick<ResponseWorth, 'outputs' | 'targets'> {
  const outputs: Record<string, PairedDifference> = Object.create(null);
  for (const name of [...HEADLINE_OUTPUTS, ...further]) {
    const before = without.column(name);
    const after = having.column(name);
    if (before !== null && after !== null) outputs[name] = pairedDifference(before, after);
  }
  const targets: Record<string, PairedChance> = Object.create(null);
  for (const { id } of document.targets ?? []) targets[id] = pairedChance(without.met(id)!, having.met(id)!);
  return { outputs, targets };
}
