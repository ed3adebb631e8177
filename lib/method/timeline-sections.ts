import { formula, list, table, text } from './blocks';
import type { MethodSection } from './method-types';

const r = String.raw;

const calendars: MethodSection = {
  id: 'calendars',
  title: 'Calendars and work time',
  blocks: [
    text(
      'A calendar has a working week and exceptions (holidays, extra shifts; the later entry wins). Without hours a working day works all of its 24 hours, so that a task of five days that starts on a Monday finishes on Friday at 24:00. With hours, by weekday or for all of them, `hoursPerDay` says how many of them make one day of work; without it the longest day does.',
    ),
    text(
      r`All arithmetic goes through **work time** $W(t)$, the working days from the epoch to $t$: it grows evenly inside working intervals and stands still in the gaps. Adding $d$ days of work to $t$ gives the earliest moment at which $W$ has grown by $d$; going back gives the latest. Friday 24:00 and Monday 00:00 have the same work time and are two moments: a finish takes the first form, a start the second.`,
    ),
    formula(
      r`\begin{aligned} \operatorname{add}(t, d) &= \min\{\,t' : W(t') = W(t) + d\,\} \\ \operatorname{sub}(t, d) &= \max\{\,t' : W(t') = W(t) - d\,\} \end{aligned}`,
      'Adding work gives the earliest moment with so much more work time, subtracting it the latest with so much less.',
    ),
    text('A moment within about a tenth of a millisecond of the edge of a working interval counts as that edge.'),
  ],
};

const timeline: MethodSection = {
  id: 'timeline',
  title: 'Tasks, links and dates',
  blocks: [
    text(
      'Tasks have work in working days of their calendar; links say what waits for what; summaries bracket tasks. The **forward pass** goes through the tasks in the order of their links and gives each its earliest start and finish (ES, EF). A circle of links is refused, naming its tasks in order.',
    ),
    table(
      'What bounds a task',
      ['given by', 'bounds', 'at'],
      ['project start, status date (of a task not yet started)', 'start', 'that day'],
      ['FS, SS', 'start', "the other task's finish or start, plus the lag"],
      ['FF, SF', 'finish', "the other task's finish or start, plus the lag"],
      ['SNET, FNET', 'start, finish', 'the date: not earlier than'],
      ['MSO, MFO', 'start, finish', 'pins the date; what the links ask for beyond it is reported as a conflict'],
      ['SNLT, FNLT, deadline', 'late dates only', 'the date: not later than; never delays nor hastens the task'],
      ['ALAP', 'start', 'its own late start, in a second forward pass'],
    ),
    formula(
      r`\begin{aligned} ES &= \operatorname{roll}(\max\{\text{bounds},\ \operatorname{sub}(f, d)\}) \\ EF &= \operatorname{add}(ES, d) \end{aligned}`,
      'A task starts at the largest of its bounds, those on its finish f taken back by its work, rolled forward into work time; it finishes its work later.',
    ),
    text(
      'A working lag is counted on the calendar of the task that waits, an elapsed lag by the clock; a negative lag is a lead. A task without work is a milestone: it is shown on the day that its reason ends (a finish milestone) or begins.',
    ),
    text(
      'Progress fixes what has happened: an actual start and finish are dates, a started task has its remaining work from the status date on, and links into it no longer bind. The remaining work is stated, or what the percentage complete leaves of the duration with its factors; delays and rework come on top in full. What has not started cannot start before the status date.',
    ),
    text(
      '**Summaries** start with their first task and finish with their last. A link into a summary binds every task under it (on the start) or its own finish; a link out of it uses its start or finish.',
    ),
    text(
      r`The **backward pass** starts from the last finish (or from each open end, if the scenario says so) and gives the latest dates that delay nothing behind them (LS, LF). Total float is $W(LF) - W(EF)$ in working days: what a task can lose before the project does. Free float is what it can lose before any other task moves. Tasks without float are critical. Float below zero means that a date which must hold cannot. Finished tasks and tasks that are never finished have no float; a summary has the least of the floats under it.`,
    ),
    text(
      'The **focus** is the milestone that the scenario is about; unless it is named, what the first commercial line requires last. A task is on the **driving path** of a future if a delay of it delays the focus at once, deadlines and pins left aside. SOP, the start of production, is the earliest day on which a commercial line is [ready](#building-and-stalling).',
    ),
  ],
};

const gates: MethodSection = {
  id: 'gates',
  title: 'Gates',
  blocks: [
    text(
      r`A gate is a test with a probability $p$ to pass in one attempt and at most $k$ attempts. The number of failures follows from one draw $v$: attempts are independent, so that $j$ failures in a row have probability $(1-p)^j$.`,
    ),
    formula(
      r`n = \#\{\, j \in 1..k : (1-p)^j \ge 1 - v \,\}`,
      'The number of failures: how many of the probabilities of failing so often are at least one minus the draw.',
    ),
    text(
      'If fewer than $k$ attempts fail, the task takes $n$ reworks longer. If all fail, the gate is failed for good after $k - 1$ reworks: `continue` goes on regardless, `stop` leaves the task never finished, `abandon` ends the whole programme at the moment at which the task would have finished. Each rework has a cost, paid in the month of the finish; what falls outside the horizon is not paid.',
    ),
  ],
};

const risks: MethodSection = {
  id: 'risks',
  title: 'Risks and responses',
  blocks: [
    text(
      'A risk occurs or does not, with a probability, and then has all of its impacts at once; one impact can hit many things, which is what makes their futures bad together.',
    ),
    table(
      'Effects of a risk',
      ['effect', 'on', 'how'],
      ['delay', 'a task', 'adds working days'],
      ['duration-factor', 'a task, or every task under a summary', 'multiplies the duration, with one draw for all'],
      ['capacity-factor, yield-factor', 'a line', 'multiply in the months of the window'],
      ['capex-factor', 'a line', 'multiplies the investment'],
      ['supply-factor, price-factor', 'a contract, a material', 'multiply in the months of the window'],
      ['demand-factor', 'a segment', 'multiplies in the months of the window'],
      ['funding-delay', 'a tranche', 'adds days'],
      ['cost', '', 'is paid once, when the window begins'],
      ['recall', '', 'is paid once for every kWh sold in the months before the window'],
    ),
    text(
      'A window begins at a date or at the start or finish of a task and limits the effects on months to those whose midpoint lies inside it; without one they always hold. A window whose beginning has come stays where it is, whatever slips later. Factors that meet multiply, delays and costs add up.',
    ),
    text(
      r`An active **response** replaces the probability and scales the damage: delays and costs times $s$, factors to $1 + s\,(\text{factor} - 1)$. It costs its price in its month whether or not the risk occurs, which is why comparing with and without it says what it is worth.`,
    ),
    list(
      'Durations that are all independent cancel each other out, and the S-curve becomes far too narrow. A risk with a duration factor on a summary moves everything under it together and gives slips the width that real programmes have.',
    ),
  ],
};

/** Dates: calendars, tasks, gates, risks. */
export const timelineSections: readonly MethodSection[] = [calendars, timeline, gates, risks];
