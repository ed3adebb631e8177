import type { ScenarioDocument, Task } from '../../scenario/document';
import { linkId } from '../inputs/list-inputs';
import type { Compiler } from './compiler';
import { type GateModel, ON_FAIL, type TaskWorkModel } from './model';

export function summaries(document: ScenarioDocument): ReadonlySet<string> {
  return new Set((document.tasks ?? []).flatMap((task) => (task.parent === undefined ? [] : [task.parent])));
}

export function compileTaskWork({ document, book }: Compiler): TaskWorkModel {
  const tasks = document.tasks ?? [];
  const links = document.links ?? [];
  const parents = summaries(document);
  const started = (task: Task) => task.actualStart !== undefined && task.actualFinish === undefined;
  const durationSlot = Int32Array.from(tasks, (task) =>
    parents.has(task.id) ? -1 : book.quantity(`tasks/${task.id}/duration`, 0),
  );
  const remaining = (task: Task) => started(task) && book.has(`tasks/${task.id}/remainingDuration`);
  return {
    durationSlot,
    slot: Int32Array.from(tasks, (task, index) =>
      remaining(task) ? book.quantity(`tasks/${task.id}/remainingDuration`, 0) : durationSlot[index]!,
    ),
    factorApplies: Uint8Array.from(tasks, (task) => (remaining(task) ? 0 : 1)),
    share: Float64Array.from(tasks, (task) =>
      started(task) && !remaining(task) ? 1 - (task.percentComplete ?? 0) / 100 : 1,
    ),
    lagSlot: Int32Array.from(links, (link) => book.quantity(`links/${linkId(link)}/lag`, 0)),
  };
}

export function compileGates({ document, book }: Compiler): GateModel[] {
  return (document.tasks ?? []).flatMap((task, index) => {
    if (task.gate === undefined) return [];
    const at = `tasks/${task.id}/gate`;
    return [
      {
        task: index,
        event: book.event(`${at}/outcome`),
        passProbability: book.quantity(`${at}/passProbability`, 1),
        rework: book.quantity(`${at}/rework`, 0),
        costPerRework: book.quantity(`${at}/costPerRework`, 0),
        maxAttempts: task.gate.maxAttempts ?? 1,
        onFail: ON_FAIL_OF[task.gate.onFail ?? 'stop'],
      },
    ];
  });
}

const ON_FAIL_OF = { stop: ON_FAIL.stop, continue: ON_FAIL.carryOn, abandon: ON_FAIL.abandon };
