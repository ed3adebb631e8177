import { closeSync, openSync, readSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { parseRunId, type RunIdentity } from '../format/run-id';

/** What a brief says of itself: the run it is of, and the scenario that is attached to it. */
export interface BriefContents {
  readonly identity: RunIdentity | null;
  /** The attached scenario as text; null where there is none. */
  readonly scenario: string | null;
}

const RUN_ID = /[0-9a-f]{64}-s-?\d+-n\d+-(?:lh|mc)-v[\w.+-]+/;
const FILE_STREAM = /\/Type\s*\/EmbeddedFile\b/g;
/** No scenario is larger; a stream that claims to be is not unpacked. */
const LARGEST_SCENARIO_BYTES = 64e6;

/** Whether a file is a PDF, by how it begins. */
export function isPdf(file: string): boolean {
  const descriptor = openSync(file, 'r');
  const start = Buffer.alloc(5);
  readSync(descriptor, start, 0, 5, 0);
  closeSync(descriptor);
  return start.toString('latin1') === '%PDF-';
}

/**
 * Reads the run id and the attached scenario out of a brief. In the archival form in which briefs are written the
 * description of a file (XMP, ISO 16684-1) is never packed, so the run id stands in it as it is; an attachment is a
 * stream of its own (ISO 32000-1, 7.11.4), plain or packed by deflate.
 */
export function readBrief(bytes: Buffer): BriefContents {
  const text = bytes.toString('latin1');
  const found = RUN_ID.exec(text);
  for (const match of text.matchAll(FILE_STREAM)) {
    const scenario = attachedJson(bytes, text, match.index);
    if (scenario !== null) return { identity: found && parseRunId(found[0]), scenario };
  }
  return { identity: found && parseRunId(found[0]), scenario: null };
}

/** The JSON in the stream whose dictionary stands around a place; null where it is none. */
function attachedJson(bytes: Buffer, text: string, at: number): string | null {
  const open = text.indexOf('stream', at);
  const dictionary = text.slice(text.lastIndexOf('obj', at), open);
  const length = Number(/\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary)?.[1]);
  if (open < 0 || !Number.isInteger(length)) return null;
  const start = open + 'stream'.length + (text.startsWith('\r\n', open + 'stream'.length) ? 2 : 1);
  const content = bytes.subarray(start, start + length);
  try {
    const packed = dictionary.includes('/FlateDecode');
    const plain = packed ? inflateSync(content, { maxOutputLength: LARGEST_SCENARIO_BYTES }) : content;
    const json = plain.toString('utf8');
    JSON.parse(json);
    return json;
  } catch {
    // Damaged, or another kind of file.
    return null;
  }
}
