/** What makes a run: the same four give the same bytes on every machine. */
export interface RunIdentity {
  readonly documentHash: string;
  readonly seed: number;
  readonly trials: number;
  readonly engineVersion: string;
  readonly sampling?: string;
}

/** The run id in full: `<document hash>-s<seed>-n<trials>-<sampling>-v<engine version>`. */
export function formatRunId(run: RunIdentity): string {
  const sampling = run.sampling === 'monte-carlo' ? 'mc' : 'lh';
  return `${run.documentHash}-s${run.seed}-n${run.trials}-${sampling}-v${run.engineVersion}`;
}

/** The run id as a footer shows it. */
export function formatRunIdShort(run: RunIdentity): string {
  const trials = run.trials.toLocaleString('en-GB');
  return `${run.documentHash.slice(0, 12)} · seed ${run.seed} · ${trials} trials · engine ${run.engineVersion}`;
}

/** Reads a run id back; null where the text is none. */
export function parseRunId(text: string): RunIdentity | null {
  const match = /^([0-9a-f]{64})-s(-?\d+)-n(\d+)-(lh|mc)-v([\w.+-]+)$/.exec(text.trim());
  if (!match) return null;
  const [, documentHash = '', seed, trials, sampling, engineVersion = ''] = match;
  return {
    documentHash,
    seed: Number(seed),
    trials: Number(trials),
    sampling: sampling === 'mc' ? 'monte-carlo' : 'latin-hypercube',
    engineVersion,
  };
}
