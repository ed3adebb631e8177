import temml from 'temml';

interface FormulaProps {
  readonly tex: string;
  /** On a line of its own. */
  readonly display?: boolean;
}

/** TeX of ours as MathML: browsers typeset it and readers of the screen speak it. Made on the server. */
export function Formula({ tex, display = false }: FormulaProps) {
  const html = temml.renderToString(tex, { displayMode: display, throwOnError: true, wrap: 'none' });
  // biome-ignore lint/security/noDangerouslySetInnerHtml: markup that Temml makes from constants of lib/method, never from data
  return <span dangerouslySetInnerHTML={{ __html: html }} />;
}
