/** More threads than this bring little and hold a scenario each. */
const MOST_WORKERS = 8;

/** Helpers that are needed beside the one worker of a runner: a core is left to the page. */
export function helpersWanted(cores: number): number {
  return Math.min(MOST_WORKERS, Math.max(1, cores - 1)) - 1;
}

interface Helper {
  readonly worker: Worker;
  dead: boolean;
}

interface Seat {
  /** The helpers in the order of the ports that were given. */
  readonly helpers: readonly Helper[];
  readonly onLost: (index: number) => void;
}

/** Helpers of this page, shared by all runners that it has at a time; they end with the last of these. */
let helpers: Helper[] = [];
const seats = new Set<Seat>();

/**
 * Gives a runner its ports to the helpers of this page, which are started when the first runner wants them.
 *
 * @param give sends a port on to the runner's worker
 * @param onLost a helper has died: its number, in the order of the ports
 * @returns ends the helpers if nobody else has them
 */
export function joinHelpers(give: (port: MessagePort) => void, onLost: (index: number) => void): () => void {
  if (seats.size === 0) helpers = Array.from({ length: helpersWanted(navigator.hardwareConcurrency) }, startHelper);
  const seat: Seat = { helpers: helpers.filter(({ dead }) => !dead), onLost };
  seats.add(seat);
  for (const { worker } of seat.helpers) {
    const { port1, port2 } = new MessageChannel();
    worker.postMessage(port1, [port1]);
    give(port2);
  }
  return () => {
    if (!seats.delete(seat) || seats.size > 0) return;
    for (const { worker } of helpers) worker.terminate();
    helpers = [];
  };
}

function startHelper(): Helper {
  const worker = new Worker(new URL('./helper.worker.ts', import.meta.url), { type: 'module' });
  const helper: Helper = { worker, dead: false };
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    helper.dead = true;
    worker.terminate();
    for (const seat of seats) seat.onLost(seat.helpers.indexOf(helper));
  });
  return helper;
}
