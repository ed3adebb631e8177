import { readFileSync } from 'node:fs';
import path from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { loadFonts } from '../text/fonts';

/** Files that stand beside the template while it is set: absolute paths inside the workspace, none on disk. */
export type TypesetFiles = Readonly<Record<string, string | Buffer>>;

export type PdfStandard = 'a-3a' | 'ua-1';

/** The typesetter refused: our template or our data is at fault, so the message is for the log. */
export class TypesetError extends Error {
  override readonly name = 'TypesetError';
}

let compiler: NodeCompiler | null = null;

// The workspace is a folder in which nothing but the template is ever looked for.
const workspace = path.join(process.cwd(), 'lib', 'exports', 'pdf');

function getCompiler(): NodeCompiler {
  compiler ??= NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: [...loadFonts().blobs] }] });
  return compiler;
}

/**
 * Sets `brief.typ` with the given files into a PDF. Same files, same bytes.
 * @throws TypesetError with the typesetter's diagnostics
 */
export function typesetBrief(files: TypesetFiles, standard: PdfStandard = 'a-3a'): Buffer {
  const typst = getCompiler();
  typst.resetShadow();
  try {
    for (const [name, content] of Object.entries(files)) {
      typst.mapShadow(path.join(workspace, name), typeof content === 'string' ? Buffer.from(content, 'utf8') : content);
    }
    const compiled = typst.compile({ mainFilePath: path.join(workspace, 'brief.typ'), resetRead: true });
    if (compiled.hasError() || !compiled.result) throw new TypesetError(diagnosticsOf(typst, compiled));
    return typst.pdf(compiled.result, { pdfStandard: standard });
  } catch (error) {
    if (error instanceof TypesetError) throw error;
    throw new TypesetError(error instanceof Error ? error.message : String(error));
  } finally {
    typst.resetShadow();
    // Otherwise each export keeps some 6 MB.
    typst.evictCache(0);
  }
}

function diagnosticsOf(typst: NodeCompiler, compiled: ReturnType<NodeCompiler['compile']>): string {
  const error = compiled.takeDiagnostics();
  return error
    ? JSON.stringify(typst.fetchDiagnostics(error)).slice(0, 4000)
    : 'The typesetter gave no document and no reason.';
}

/** The template as text, for the fingerprint of what makes a brief. */
export function briefTemplate(): string {
  return readFileSync(path.join(workspace, 'brief.typ'), 'utf8');
}
