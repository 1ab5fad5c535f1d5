import type { PageOptions, ReceiptPageOptions } from "./form-types.ts";
import { nextSteps, printedNumber } from "./form-words.js";
import { formPaths, pageOf } from "./page-frame.ts";
import { textHtml } from "./text-html.ts";
import type { FormTexts } from "./texts/form-texts.ts";
import { textsOf } from "./texts/texts-of.ts";

/** The receipt of an inquiry that was taken, as a whole HTML document: its number, and what happens next, by which day. */
export function receiptPage(options: ReceiptPageOptions): string {
  const { programme, language, receiptNumber } = options;
  const texts = textsOf(language);
  return pageOf({
    programme,
    language,
    title: texts.receipt.heading,
    main: receiptSection({
      texts,
      language,
      number: printedNumber(receiptNumber),
      steps: nextSteps(texts, options),
      isHidden: false,
    }),
  });
}

/** The receipt itself; hidden and empty in the form's page, where form.js fills and shows it. */
export function receiptSection(receipt: {
  readonly texts: FormTexts;
  readonly language: PageOptions["language"];
  readonly number: string;
  readonly steps: readonly string[];
  readonly isHidden: boolean;
}): string {
  const { texts, language, number, steps, isHidden } = receipt;
  const rows = steps.map((step) => `<li>${textHtml(step)}</li>`);
  return `<section id="receipt"${isHidden ? " hidden" : ""}>
<h1 id="receipt-heading" tabindex="-1"${isHidden ? "" : " autofocus"}>${textHtml(texts.receipt.heading)}</h1>
<div class="receipt-number"><p>${textHtml(texts.receipt.number)}</p>
<p id="receipt-number">${number}</p></div>
<p>${textHtml(texts.receipt.keep)}</p>
<h2>${textHtml(texts.receipt.next)}</h2>
<ol id="next-steps">${rows.join("\n")}</ol>
<ul class="links">
<li><a href="inquiry-status?language=${language}">${textHtml(texts.receipt.toStatus)}</a></li>
<li><a href="${formPaths[language]}">${textHtml(texts.receipt.another)}</a></li>
</ul>
</section>`;
}
