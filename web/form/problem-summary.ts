import { filled } from "./form-words.js";
import { limits, type Problem } from "./form-rules.js";
import { textHtml } from "./text-html.ts";
import type { FormTexts } from "./texts/form-texts.ts";

/** What is wrong with one field, in the language of the texts. */
export function problemText(texts: Pick<FormTexts, "problems">, { field, code }: Problem): string {
  return filled(texts.problems.each[code], { limit: limits[field as keyof typeof limits] ?? "" });
}

/**
 * All that is wrong, above the form, each with a link to its field; it takes the focus when the page opens. Without a
 * problem it is hidden and waits for form.js.
 */
export function problemSummary(texts: FormTexts, problems: readonly Problem[]): string {
  const rows = problems.map(
    (problem) => `<li><a href="#${problem.field}">${textHtml(problemText(texts, problem))}</a></li>`,
  );
  const state = problems.length === 0 ? "hidden" : "autofocus";
  return `<section class="message bad" id="problems" tabindex="-1" aria-labelledby="problems-heading" ${state}>
<h2 id="problems-heading">${textHtml(texts.problems.heading, { count: problems.length })}</h2>
<ul>${rows.join("\n")}</ul>
</section>`;
}
