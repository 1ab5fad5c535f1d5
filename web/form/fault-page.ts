import { hiddenFields } from "./check-page.ts";
import type { FaultPageOptions } from "./form-types.ts";
import { formPaths, pageOf } from "./page-frame.ts";
import { paragraphs, textHtml } from "./text-html.ts";
import { textsOf } from "./texts/texts-of.ts";

/**
 * Why there is no form to show, and what to do, as a whole HTML document. Where what was typed could be read, `again`
 * carries it, and one press sends it once more.
 */
export function faultPage({ programme, language, code, again }: FaultPageOptions): string {
  const texts = textsOf(language);
  const { heading, body } = texts.faults[code];
  return pageOf({
    programme,
    language,
    title: heading,
    main: `<h1>${textHtml(heading)}</h1>
${paragraphs(body)}
${
  again === undefined
    ? `<ul class="links"><li><a href="${formPaths[language]}">${textHtml(texts.back)}</a></li></ul>`
    : `<form method="post" action="inquiries">
${hiddenFields(language, again.token, again.values)}
<button type="submit" class="main-button">${textHtml(texts.again)}</button>
</form>`
}`,
  });
}
