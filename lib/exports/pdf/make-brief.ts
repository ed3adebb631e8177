import type { ScenarioDocument } from '../../scenario/document';
import type { Report } from '../report/report';
import { cleanDeep, cleanText } from '../text/clean-text';
import { loadFonts } from '../text/fonts';
import { type PdfStandard, typesetBrief } from './typeset';

const ACCENT = '#1f5fd0';
/** Only these may be followed from a brief. */
const LINK = /^https?:\/\/[^\s<>"]+$/i;
const LONGEST_LINK = 500;

/**
 * The brief as PDF/A-3a: tagged, language and title set, vector charts, the scenario's document attached.
 * @param document as stored; it comes out of the file byte for byte as `JSON.stringify(document, null, 2)`
 * @throws TypesetError when it cannot be set
 */
export function makeBrief(report: Report, document: ScenarioDocument, standard: PdfStandard = 'a-3a'): Buffer {
  const { has } = loadFonts();
  const charts: Record<string, string> = {};
  for (const figure of report.sections.flatMap((section) =>
    section.blocks.flatMap((block) => (block.kind === 'figures' ? block.figures : [])),
  )) {
    charts[`charts/${figure.id}.svg`] = cleanSvg(figure.svg, has);
  }
  const { value: clean, replaced } = cleanDeep(withoutPictures(report), has);
  const [year, month, day] = report.date.split('-').map(Number);
  const note = `${replaced} letter${replaced === 1 ? '' : 's'} that the fonts of this file do not hold are shown as □; the attached scenario has them in full.`;
  const unbroken = (text: string) => text.replaceAll('\u200b', '');
  const data = {
    ...clean,
    // What is not read but searched and copied has no places to break.
    titleShown: clean.title,
    title: unbroken(clean.title),
    author: unbroken(clean.author),
    subtitleShown: clean.subtitle,
    subtitle: unbroken(clean.subtitle),
    runId: report.runId,
    accent: ACCENT,
    year,
    month,
    day,
    method: replaced > 0 ? [...clean.method, note] : clean.method,
    sources: clean.sources.map((source, index) => ({
      ...source,
      ...safeLink(report.sources[index]?.url ?? null, has),
    })),
  };
  return typesetBrief(
    { 'data.json': JSON.stringify(data), 'scenario.json': JSON.stringify(document, null, 2), ...charts },
    standard,
  );
}

function withoutPictures(report: Report): Report {
  return {
    ...report,
    sections: report.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) =>
        block.kind === 'figures'
          ? { ...block, figures: block.figures.map((figure) => ({ ...figure, svg: '' })) }
          : block,
      ),
    })),
  };
}

function safeLink(url: string | null, has: (codePoint: number) => boolean): { url: string | null; urlShown: string } {
  if (!url || !LINK.test(url) || url.length > LONGEST_LINK) return { url: null, urlShown: '' };
  return {
    url: encodeURI(decodeSafely(url)),
    urlShown: cleanText(url.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, ''), has, 90).text,
  };
}

function decodeSafely(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

/** Text inside a chart must be as clean as the rest: one unknown glyph fails the whole file. */
function cleanSvg(svg: string, has: (codePoint: number) => boolean): string {
  return svg.replace(/>([^<]+)</g, (_, text: string) => `>${cleanText(text, has).text.replaceAll('\u200b', '')}<`);
}
