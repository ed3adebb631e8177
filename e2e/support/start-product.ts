import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const launcher = path.resolve('lib/launcher/start.mjs');

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

export interface StartedProduct {
  /** Without a slash at its end. */
  readonly address: string;
  /** What the last line of the start told people to open: the set-up address on an empty database. */
  readonly opened: string;
  readonly output: () => string;
  readonly dataFolder: string;
  readonly process: ChildProcess;
  /** Ends it as Ctrl-C does; resolves with the exit code. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>;
  readonly remove: () => void;
}

export interface StartOptions {
  readonly dataFolder?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the product as `npm start` does, on a free port and in a data folder of its own. */
export async function startProduct({ dataFolder, env = {} }: StartOptions = {}): Promise<StartedProduct> {
  const port = await freePort();
  const folder = dataFolder ?? mkdtempSync(path.join(tmpdir(), 'rampline-e2e-'));
  const inherited = { ...process.env };
  for (const name of ['NEXTAUTH_SECRET', 'NEXTAUTH_URL', 'DATABASE_URL', 'HOST']) delete inherited[name];
  const child = spawn(process.execPath, [launcher], {
    env: { ...inherited, PORT: String(port), RAMPLINE_DATA: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const opened = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      output += chunk.toString();
      const match = /Open (http\S+)/.exec(output);
      if (match?.[1]) resolve(match[1]);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => reject(new Error(`The product ended with ${code} before it was ready:\n${output}`)));
  });
  return {
    address: `http://127.0.0.1:${port}`,
    opened,
    output: () => output,
    dataFolder: folder,
    process: child,
    stop: (signal = 'SIGINT') => {
      child.kill(signal);
      return ended;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
