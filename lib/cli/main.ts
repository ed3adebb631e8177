import { serveBlocks } from '../runner/block-pool';
import { commandLine } from './command-line';

/** The bundle's entry: a block thread where it is started as one, else the command line. */
if (!serveBlocks()) {
  const terminal = {
    out: (text: string) => void process.stdout.write(text),
    err: (text: string) => void process.stderr.write(text),
  };
  // A reader that closes the pipe early (head) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  process.exitCode = await commandLine(process.argv.slice(2), terminal, new URL(import.meta.url));
}
