import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ReadPdf {
  readonly pages: readonly string[];
  readonly title: string;
  readonly keywords: string;
  readonly language: string;
  readonly tagged: boolean;
  readonly attachments: ReadonlyMap<string, string>;
}

interface Attachment {
  readonly filename: string;
  readonly content: Uint8Array;
}

/** What a reader program finds in a PDF: text by page, metadata, attachments. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false, disableFontFace: true });
  const pdf = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const content = await (await pdf.getPage(number)).getTextContent();
    pages.push(content.items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
  }
  const { info } = (await pdf.getMetadata()) as { info: { Title?: string; Keywords?: string; Language?: string } };
  const marks = await pdf.getMarkInfo();
  const attached = ((await pdf.getAttachments()) ?? {}) as Record<string, Attachment>;
  const attachments = new Map(
    Object.values(attached).map(({ filename, content }) => [filename, new TextDecoder().decode(content)]),
  );
  await task.destroy();
  return {
    pages,
    title: info.Title ?? '',
    keywords: info.Keywords ?? '',
    language: info.Language ?? '',
    tagged: marks?.Marked ?? false,
    attachments,
  };
}
