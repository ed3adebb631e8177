import { ENGINE_VERSION } from '../engine/version';
import { benchCommand } from './bench-command';
import { COMMAND_HELP, HELP } from './help';
import { INSIGHT_COMMANDS } from './insight-commands';
import { runOptions, UsageError, validateOptions } from './options';
import { runCommand } from './run-command';
import type { Terminal } from './terminal';
import { validateCommand } from './validate-command';

/**
 * Runs one command line. Exit codes: 0; 1 for a document that is refused or a part of the bench that cannot be measured;
 * 2 for wrong usage; 3 where the answer is no.
 *
 * @param words what stands after `rampline`
 * @param script the script that block threads run: the bundle that holds this code
 */
export async function commandLine(words: readonly string[], terminal: Terminal, script: URL): Promise<number> {
  try {
    return await dispatch(words, terminal, script);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.err(`rampline: ${error.message}\nTry "rampline help".\n`);
    return 2;
  }
}

async function dispatch([command, ...rest]: readonly string[], terminal: Terminal, script: URL): Promise<number> {
  const wantsHelp = rest.includes('--help') || rest.includes('-h');
  switch (command) {
    case 'help':
    case '--help':
    case '-h':
      return help(rest[0], terminal);
    case '--version':
    case 'version':
      terminal.out(`${ENGINE_VERSION}\n`);
      return 0;
    case 'validate':
      return wantsHelp ? help(command, terminal) : validateCommand(validateOptions(rest), terminal);
    case 'run':
      return wantsHelp ? help(command, terminal) : runCommand(runOptions(rest), terminal, script);
    case 'bench':
      return wantsHelp ? help(command, terminal) : benchCommand(rest, script);
    case undefined:
      throw new UsageError('a command is missing.');
    default: {
      const insight = INSIGHT_COMMANDS.get(command);
      if (insight === undefined) throw new UsageError(`there is no command "${command}".`);
      return wantsHelp ? help(command, terminal) : insight.run(rest, { terminal, script });
    }
  }
}

function help(topic: string | undefined, terminal: Terminal): number {
  const text = topic === undefined ? HELP : (COMMAND_HELP.get(topic) ?? INSIGHT_COMMANDS.get(topic)?.help);
  if (text === undefined) throw new UsageError(`there is no command "${topic}".`);
  terminal.out(text);
  return 0;
}
