import type { MethodBlock, MethodChapter } from './method-types';

/** A cell of a Markdown table: a bar inside would end it. */
function cell(text: string): string {
  return text.replaceAll('|', String.raw`\|`);
}

function blockMarkdown(block: MethodBlock): string {
  switch (block.kind) {
    case 'text':
      return block.text;
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n');
    case 'steps':
      return block.items.map((item, i) => `${i + 1}. ${item}`).join('\n');
    case 'formula':
      return `$$\n${block.tex}\n$$`;
    case 'table':
      return [
        `| ${block.head.map(cell).join(' | ')} |`,
        `| ${block.head.map(() => '---').join(' | ')} |`,
        ...block.rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
      ].join('\n');
    default:
      return block satisfies never;
  }
}

/** The chapters in Markdown; formulas stay TeX between `$` and `$$`. */
export function methodMarkdown(chapters: readonly MethodChapter[]): string {
  const parts = chapters.flatMap(({ title, sections }) => [
    `### ${title}`,
    ...sections.flatMap((section) => [
      `<a id="${section.id}"></a>`,
      `#### ${section.title}`,
      ...section.blocks.map(blockMarkdown),
    ]),
  ]);
  return `${parts.join('\n\n')}\n`;
}
