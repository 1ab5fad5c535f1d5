import { escapeHtml } from "./escape-html.ts";
import { filled, partsOf } from "./form-words.js";

/**
 * A text of the pages as HTML: placeholders filled, everything escaped, readings as ruby, in brackets where a browser
 * knows no ruby.
 */
export function textHtml(text: string, values: Readonly<Record<string, string | number>> = {}): string {
  return partsOf(filled(text, values))
    .map((part) =>
      part.reading === undefined
        ? escapeHtml(part.text)
        : `<ruby>${escapeHtml(part.text)}<rp>（</rp><rt>${escapeHtml(part.reading)}</rt><rp>）</rp></ruby>`,
    )
    .join("");
}

/** Several texts, a paragraph each. */
export function paragraphs(
  texts: readonly string[],
  values: Readonly<Record<string, string | number>> = {},
): string {
  return texts.map((text) => `<p>${textHtml(text, values)}</p>`).join("\n");
}
