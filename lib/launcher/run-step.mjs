// One child process at a time, with its words kept for the case that it fails, and ended with us.
import { spawn } from 'node:child_process';
import { root, StartError, say, sentenceFor } from './terms.mjs';

const running = new Set();
let ending = null;

/** Ends the running step on the first signal and the process with the customary code. */
export function endOnSignals() {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ]) {
    process.on(signal, () => {
      if (ending !== null) return;
      ending = code;
      process.exitCode = code;
      if (running.size === 0) process.exit(code);
      for (const child of running) child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
      // A step that does not listen must not hold the terminal.
      setTimeout(() => {
        for (const child of running) child.kill('SIGKILL');
        process.exit(code);
      }, 8000).unref();
    });
  }
}

/** True once a signal came; the code is the process's exit code. */
export function endingCode() {
  return ending;
}

/** Starts a child that is ended with us. */
export function startChild(command, args, options = {}) {
  const child = spawn(command, args, { cwd: root, ...options });
  running.add(child);
  child.on('exit', () => running.delete(child));
  child.on('error', () => running.delete(child));
  return child;
}

/**
 * Runs one step to its end and gives its standard output.
 * `doing` is what people read ("installing the packages"); `shown` lets the step speak for itself.
 */
export function runStep(doing, command, args, { env = {}, shown = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = startChild(command, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', shown ? 'inherit' : 'pipe', shown ? 'inherit' : 'pipe'],
    });
    let out = '';
    let all = '';
    child.stdout?.on('data', (chunk) => {
      out += chunk;
      all += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      all += chunk;
    });
    child.on('error', (error) => reject(new StartError(`${doing} could not begin: ${error.message}.`)));
    child.on('close', (code, signal) => {
      if (ending !== null) process.exit(ending);
      if (code === 0) return resolve(out);
      const known = sentenceFor(doing, all);
      if (known) return reject(new StartError(known));
      if (!shown) process.stderr.write(all.slice(-8000));
      reject(new StartError(`${doing} failed (${signal ?? `exit code ${code}`}); what it said stands above.`));
    });
  });
}

/** Says what a long step does and how long it took. */
export async function longStep(doing, work) {
  say(`${doing} ...`);
  const began = performance.now();
  const result = await work();
  say(`${doing}: done in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return result;
}
