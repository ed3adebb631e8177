/** The answer to whoever may not know whether it exists: the same for a stranger as for nothing there. */
export function notFoundAnswer(): Response {
  return Response.json({ message: 'Not found.' }, { status: 404, headers: { 'cache-control': 'no-store' } });
}

export interface FileLabel {
  /** In the words of its author; cleaned for the file system. */
  readonly name: string;
  readonly extension: string;
  readonly type: string;
}

/** A file name that every system takes, and one with all letters for browsers that read RFC 5987. */
export function contentDisposition({ name, extension }: Pick<FileLabel, 'name' | 'extension'>): string {
  // \p{C} takes halves of surrogate pairs too, which could not be encoded.
  const clean = name
    .normalize('NFC')
    .replace(/[\p{C}/\\:*?"<>|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const whole = [...clean].slice(0, 100).join('');
  const plain = whole
    .normalize('NFKD')
    .replace(/[^\w .()-]+/g, '')
    .trim();
  const encoded = encodeURIComponent(`${whole || 'scenario'}.${extension}`).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain || 'scenario'}.${extension}"; filename*=UTF-8''${encoded}`;
}

/** A file to keep, never shown in place. */
export function fileAnswer(body: BodyInit, label: FileLabel): Response {
  return new Response(body, {
    headers: {
      'content-type': label.type,
      'content-disposition': contentDisposition(label),
      'cache-control': 'private, no-store',
    },
  });
}
