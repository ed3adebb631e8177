import { existsSync } from 'node:fs';
import {
  applyCalibration,
  type Calibration,
  type CalibrationRequest,
  calibrateAppeal,
  type ObservedShares,
} from '../scenario/calibrate';
import { type Bench, EXIT, insightWords, needed, openFile } from './insight-options';
import { UsageError, wholeNumber } from './options';
import { readJson } from './read-files';
import { columns, jsonLine, shortNumber } from './show';
import { tellErrors } from './tell-errors';

const OWN = {
  shares: { type: 'string' },
  year: { type: 'string' },
  segment: { type: 'string' },
  reference: { type: 'string' },
} as const;

/** `rampline calibrate FILE --shares`: the scenario whose market begins with the shares that were observed. */
export async function calibrateCommand(words: readonly string[], { terminal }: Bench): Promise<number> {
  const given = insightWords(words, 'calibrate', OWN);
  const shares = readShares(needed(given.text('shares'), 'calibrate', 'shares'));
  const scenario = openFile(given.files[0]!, given.json, terminal);
  if (scenario === null) return EXIT.refused;
  const { document } = scenario;
  const segment = given.text('segment');
  const request: CalibrationRequest = {
    year: wholeNumber('--year', given.text('year'), 1970, 2199) ?? Number(document.horizon.start.slice(0, 4)),
    observed: observedShares(shares, segment),
    reference: given.text('reference'),
  };
  const calibrated = calibrateAppeal(document, request);
  if (!calibrated.ok) {
    tellErrors(calibrated.errors, given.json ? null : given.files[0]!, terminal);
    return EXIT.refused;
  }
  if (given.json) terminal.out(jsonLine(calibrated.value));
  else {
    terminal.err(inWords(calibrated.value, document.currency));
    terminal.out(`${JSON.stringify(applyCalibration(document, calibrated.value), null, 1)}\n`);
  }
  return EXIT.well;
}

type Shares = ObservedShares | Readonly<Record<string, ObservedShares>>;

/** `lfp=0.81,nmc=0.19`, or a JSON file of shares by technology, or by segment and technology. */
function readShares(text: string): Shares {
  if (existsSync(text)) {
    const read = readJson(text);
    if (!read.ok) throw new UsageError(read.errors[0]!.message);
    if (isShares(read.value) || isBySegment(read.value)) return read.value;
    throw new UsageError(`${text} holds no shares: {"<technology>": share}, or such a map for each segment.`);
  }
  const pairs = text.split(',').map((pair) => {
    const at = pair.lastIndexOf('=');
    const share = at > 0 ? Number(pair.slice(at + 1)) : Number.NaN;
    if (!Number.isFinite(share))
      throw new UsageError(`--shares is "${text}"; it must be a file or like lfp=0.81,nmc=0.19.`);
    return [pair.slice(0, at), share] as const;
  });
  return Object.fromEntries(pairs);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isShares(value: unknown): value is ObservedShares {
  return isRecord(value) && Object.values(value).every((share) => typeof share === 'number');
}

function isBySegment(value: unknown): value is Readonly<Record<string, ObservedShares>> {
  return isRecord(value) && Object.values(value).every(isShares);
}

function observedShares(shares: Shares, segment: string | undefined): CalibrationRequest['observed'] {
  if (segment === undefined) return isShares(shares) ? { market: shares } : { segments: shares };
  if (!isShares(shares))
    throw new UsageError('--segment is for shares by technology, not for shares of every segment.');
  return { segments: { [segment]: shares } };
}

function inWords({ year, sets }: Calibration, currency: string): string {
  const rows = sets.flatMap(({ segment, appeal }) =>
    Object.entries(appeal).map(([id, value]) => [id, segment ?? 'all', `${shortNumber(value)} ${currency}/kWh`]),
  );
  return `Appeal that makes the shares of ${year} those observed\n${columns([['technology', 'segment', 'appeal'], ...rows])}`;
}
