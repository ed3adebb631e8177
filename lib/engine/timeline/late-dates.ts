import { workedAt } from '../calendar/work-time';
import { closeSummary } from './limit-summary';
import { limitOther } from './limit-task';
import { ROW_STRIDE } from './pass-rows';
import type { LatePass } from './timeline-types';

/** Sets the date that every task must keep; Infinity: none. */
export function endBy(pass: LatePass, projectFinish: number): void {
  pass.projectFinish = projectFinish;
  const { calendars } = pass.network;
  for (let c = 0; c < calendars.length; c++) pass.ends[c] = workedAt(calendars[c]!, projectFinish);
  pass.ends[calendars.length] = projectFinish;
}

/** One backward pass: the loop over tasks with work (`limitTasks`), and between its runs whatever is something else. */
export function runBackwards(pass: LatePass): void {
  const { rows, lane, network, inputs } = pass;
  const { taskCount } = network;
  const length = rows.length;
  lane.take(inputs);
  for (let row = lane.run(0); row < length; row = lane.run(row + ROW_STRIDE)) {
    const step = rows[row]!;
    if (step >= taskCount) closeSummary(pass, step - taskCount);
    else limitOther(pass, step);
  }
}
