/** A path of ours to go on to; anything that could lead elsewhere becomes the library. */
export function safePath(path: string | undefined): string {
  if (!path?.startsWith('/') || /^\/[/\\]|[\p{C}\\]/u.test(path)) return '/';
  const base = 'http://rampline.invalid';
  return URL.canParse(path, base) && new URL(path, base).origin === base ? path : '/';
}
