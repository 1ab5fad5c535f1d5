import { inputField } from "./form-fields.ts";
import type { InquiryState, PageOptions, StatusPageOptions, StatusProblemCode } from "./form-types.ts";
import { printedDay } from "./form-words.js";
import { formPaths, languageSwitch, pageOf } from "./page-frame.ts";
import { textHtml } from "./text-html.ts";
import type { FormTexts } from "./texts/form-texts.ts";
import { textsOf } from "./texts/texts-of.ts";

/** Which field a problem is about; the others are about no field. */
const fieldsOfProblems: Partial<Record<StatusProblemCode, "receiptNumber" | "contact">> = {
  "number-malformed": "receiptNumber",
  "contact-missing": "contact",
};

/** Where one's inquiry stands, as a whole HTML document: asks for number and contact, and shows what was found. */
export function statusPage(options: StatusPageOptions): string {
  const { programme, language, values, problem, state } = options;
  const texts = textsOf(language);
  const words = texts.status;
  const wrong = problem && fieldsOfProblems[problem];
  const field = (name: "receiptNumber" | "contact") => ({
    name,
    texts: words[name],
    need: texts.required,
    required: true,
    problem: wrong === name && problem ? words.problems[problem] : undefined,
  });
  return pageOf({
    programme,
    language,
    title: words.heading,
    hasProblem: problem !== undefined,
    switch: languageSwitch(
      language,
      (other, name, attributes) => `<a href="inquiry-status?language=${other}" ${attributes}>${name}</a>`,
    ),
    main: `<h1>${textHtml(words.heading)}</h1>
${problem === undefined ? "" : problemMessage(texts, problem)}
${state === undefined ? "" : stateSection(texts, language, state)}
<p>${textHtml(words.intro)}</p>
<form method="post" action="inquiry-status" novalidate>
<input type="hidden" name="language" value="${language}">
${inputField(field("receiptNumber"), values?.receiptNumber ?? "", 'type="text" inputmode="numeric" autocomplete="off"')}
${inputField(field("contact"), values?.contact ?? "", 'type="text" autocomplete="email" spellcheck="false" autocapitalize="none"')}
<button type="submit" class="main-button">${textHtml(words.submit)}</button>
</form>
<ul class="links"><li><a href="${formPaths[language]}">${textHtml(texts.back)}</a></li></ul>`,
  });
}

function problemMessage({ status }: FormTexts, problem: StatusProblemCode): string {
  const field = fieldsOfProblems[problem];
  const text = textHtml(status.problems[problem]);
  return `<div class="message bad" id="problem" tabindex="-1" role="alert" autofocus><p>${field === undefined ? text : `<a href="#${field}">${text}</a>`}</p></div>`;
}

function stateSection({ status }: FormTexts, language: PageOptions["language"], state: InquiryState): string {
  const { name, meaning } = status.states[state.status];
  const row = (label: string, html: string) => `<div><dt>${textHtml(label)}</dt><dd>${html}</dd></div>`;
  const due = state.status === "closed" ? undefined : state.dueAt;
  return `<section class="result" aria-labelledby="result-heading">
<h2 id="result-heading" tabindex="-1" autofocus>${textHtml(status.result)}</h2>
<dl class="check-list">
${row(status.state, `<strong>${textHtml(name)}</strong><br>${textHtml(meaning)}`)}
${row(status.received, textHtml(printedDay(state.receivedAt, language)))}
${due === undefined ? "" : row(status.due, textHtml(printedDay(due, language)))}
</dl>
</section>`;
}
