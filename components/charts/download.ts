'use client';

import type { SceneNode } from '@/lib/charts/scene';
import { toSvg } from '@/lib/charts/to-svg';

function save(blob: Blob, fileName: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A name that any file system takes. */
export function fileNameOf(title: string, ending: string): string {
  const stem = title
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
  return `${stem || 'chart'}.${ending}`;
}

export function downloadSvg(scene: SceneNode, title: string): void {
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n${toSvg(scene)}\n`;
  save(new Blob([text], { type: 'image/svg+xml' }), fileNameOf(title, 'svg'));
}

export function downloadCsv(
  table: { readonly columns: readonly string[]; readonly rows: readonly (readonly (string | number)[])[] },
  title: string,
): void {
  // A text that a spreadsheet would take for a formula is kept as text.
  const cell = (value: string | number) => {
    const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
    return /[",\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  };
  const lines = [table.columns, ...table.rows].map((row) => row.map(cell).join(','));
  save(new Blob([`\ufeff${lines.join('\r\n')}\r\n`], { type: 'text/csv' }), fileNameOf(title, 'csv'));
}

async function asDataUrl(address: string): Promise<string> {
  const blob = await (await fetch(address)).blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('The font could not be read.'));
    reader.readAsDataURL(blob);
  });
}

/** The page's own faces of IBM Plex Sans; a picture drawn from SVG sees no font that is not inside it. */
async function fontRules(): Promise<string> {
  const rules: string[] = [];
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSFontFaceRule) || !rule.style.getPropertyValue('font-family').includes('IBM Plex Sans'))
        continue;
      const address = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue('src'))?.[1];
      const weight = rule.style.getPropertyValue('font-weight') || '400';
      if (!address || rule.style.getPropertyValue('font-style') === 'italic') continue;
      const source = await asDataUrl(new URL(address, sheet.href ?? document.baseURI).href);
      rules.push(`@font-face{font-family:'IBM Plex Sans';font-weight:${weight};src:url(${source})}`);
    }
  }
  return rules.join('');
}

/** PNG at twice the size of the scene, drawn by the browser. */
export async function downloadPng(scene: SceneNode, title: string): Promise<void> {
  const fonts = await fontRules().catch(() => '');
  const text = toSvg(scene).replace('>', `><style>${fonts}</style>`);
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Number(scene.attributes.width) * 2;
    canvas.height = Number(scene.attributes.height) * 2;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob) save(blob, fileNameOf(title, 'png'));
  } finally {
    URL.revokeObjectURL(address);
  }
}
