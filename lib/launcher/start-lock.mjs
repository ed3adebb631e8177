// Two starts in one folder must not install or build over each other; the lock dies with its process.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dataFolder, StartError, sentenceFor } from './terms.mjs';

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Runs `work` alone in this folder. A lock left by a process that is gone is taken over. */
export async function alone(work) {
  const file = path.join(dataFolder(), 'start.lock');
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    for (;;) {
      try {
        writeFileSync(file, `${process.pid}\n`, { flag: 'wx' });
        break;
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
        const pid = Number(readFileSync(file, 'utf8'));
        if (pid > 0 && pid !== process.pid && alive(pid)) {
          throw new StartError(
            `Another start (process ${pid}) is preparing this folder; wait until it is ready, then start again.`,
          );
        }
        rmSync(file, { force: true });
      }
    }
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(
      sentenceFor('preparing the data folder', `${error.code} ${error.message}`) ??
        `The data folder ${path.dirname(file)} cannot be used: ${error.message}.`,
    );
  }
  const release = () => rmSync(file, { force: true });
  process.on('exit', release);
  try {
    return await work();
  } finally {
    release();
    process.off('exit', release);
  }
}
