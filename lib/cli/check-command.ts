import { type CheckResult, runChecks } from '../engine/checks/run-checks';
import { type QualityCheck, scheduleQuality } from '../engine/insight/schedule-quality';
import type { ScenarioDocument } from '../scenario/document';
import { type Bench, EXIT, insightWords, openFile, threadLaboratory } from './insight-options';
import { columns, jsonLine, shortNumber, showProbability, showValue } from './show';
import { tellErrors } from './tell-errors';

/** `rampline check FILE`: the analyst's checks, and with --schedule the quality of the plan's schedule. */
export async function checkCommand(words: readonly string[], bench: Bench): Promise<number> {
  const given = insightWords(words, 'check', { schedule: { type: 'boolean' } });
  const scenario = openFile(given.files[0]!, given.json, bench.terminal);
  if (scenario === null) return EXIT.refused;
  const run = await runChecks(scenario.document, given.draws, threadLaboratory(given, bench));
  if (!run.ok) {
    tellErrors(run.errors, given.json ? null : given.files[0]!, bench.terminal);
    return EXIT.refused;
  }
  const checks = run.value;
  const schedule = given.flag('schedule') ? scheduleQuality(scenario) : undefined;
  if (given.json) bench.terminal.out(jsonLine({ checks, ...(schedule && { schedule }) }));
  else
    bench.terminal.out(`${checksInWords(scenario.document, checks)}${schedule ? `\n${qualityInWords(schedule)}` : ''}`);
  return checks.every(({ holds }) => holds) ? EXIT.well : EXIT.no;
}

function checksInWords(document: ScenarioDocument, checks: readonly CheckResult[]): string {
  if (checks.length === 0) return 'The scenario has no checks.\n';
  const rows = checks.map(({ name, output, before, after, holds, fault }) => [
    `${holds ? 'holds' : 'FAILS'}  ${name}`,
    output,
    showValue(document, output, before),
    fault ?? showValue(document, output, after),
  ]);
  return columns([['check', 'output', 'before', 'after'], ...rows]);
}

function qualityInWords(checks: readonly QualityCheck[]): string {
  const show = (value: number, unit: QualityCheck['unit']) =>
    unit === 'share' ? showProbability(value) : shortNumber(value);
  const rows = checks.map(({ id, value, unit, op, threshold, pass, tasks }) => [
    `${pass === null ? '  -  ' : pass ? 'holds' : 'FAILS'}  ${id}`,
    value === null ? 'not measured' : show(value, unit),
    `${op} ${show(threshold, unit)}`,
    pass === false ? tasks.slice(0, 8).join(' ') + (tasks.length > 8 ? ` and ${tasks.length - 8} more` : '') : '',
  ]);
  return columns([['schedule', 'value', 'threshold', 'tasks'], ...rows], 'words');
}
