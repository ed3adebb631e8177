import { statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** What stands in the way of using the database, as one sentence for whoever starts the server. */
export class DatabaseProblem extends Error {
  override readonly name = 'DatabaseProblem';
}

/** The file of a `file:` address, absolute. */
export function databaseFile(url: string): string {
  const path = url.replace(/^file:(\/\/)?/, '').replace(/\?.*$/, '');
  return resolve(decodeURIComponent(path));
}

function freeBytes(file: string): number | null {
  try {
    const space = statfsSync(dirname(file));
    return space.bavail * space.bsize;
  } catch {
    return null;
  }
}

const SENTENCES: readonly (readonly [RegExp, (file: string) => string])[] = [
  [
    /SQLITE_BUSY|SQLITE_LOCKED/,
    (file) =>
      `The database ${file} is locked by another program. Stop the other server or tool that has it open, then start again.`,
  ],
  [
    /SQLITE_FULL|ENOSPC/,
    (file) => `The disk that holds the database ${file} is full. Free some space, then start again; nothing was lost.`,
  ],
  [
    /SQLITE_READONLY|EROFS/,
    (file) => `The database ${file} cannot be written to. Give this user write permission on the file and its folder.`,
  ],
  [
    /SQLITE_PERM|SQLITE_AUTH|EACCES|EPERM/,
    (file) =>
      `This user has no permission for the database ${file}. Give it read and write on the file and its folder.`,
  ],
  [
    /SQLITE_CANTOPEN|ENOENT|ENOTDIR|EEXIST|Unable to open connection/,
    (file) =>
      `The database ${file} cannot be opened. Check that its folder exists and that this user may read and write there.`,
  ],
  [
    /SQLITE_NOTADB/,
    (file) =>
      `The file ${file} is not a database. Set DATABASE_URL to another file, or restore this one from a backup.`,
  ],
  [
    /SQLITE_CORRUPT/,
    (file) => `The database ${file} is damaged. Restore it from a backup; the damaged file has not been changed.`,
  ],
];

/** Translates an error of the driver or the file system; null where it is none that we know. */
export function databaseProblem(error: unknown, url: string): DatabaseProblem | null {
  if (error instanceof DatabaseProblem) return error;
  const file = databaseFile(url);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : '';
  // A full disk surfaces as an unspecific I/O error when the write-ahead log cannot grow.
  if (/SQLITE_IOERR/.test(code) && (freeBytes(file) ?? 1e9) < 1e6) {
    return new DatabaseProblem(`The disk that holds the database ${file} is full. Free some space, then start again.`);
  }
  const known =
    SENTENCES.find(([pattern]) => pattern.test(code)) ?? SENTENCES.find(([pattern]) => pattern.test(message));
  if (known) return new DatabaseProblem(known[1](file));
  if (/SQLITE_IOERR/.test(code)) {
    return new DatabaseProblem(`The disk that holds the database ${file} reports an error (${code}).`);
  }
  return null;
}
