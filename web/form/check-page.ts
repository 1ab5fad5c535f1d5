import { escapeHtml } from "./escape-html.ts";
import { type FormFields, fieldNames } from "./form-rules.js";
import type { CheckPageOptions, KeptPicture, PageOptions } from "./form-types.ts";
import { rowsOf } from "./form-words.js";
import { nameIn } from "./offered.ts";
import { pageOf } from "./page-frame.ts";
import { textHtml } from "./text-html.ts";
import type { FormTexts } from "./texts/form-texts.ts";
import { textsOf } from "./texts/texts-of.ts";

/**
 * The step before sending for browsers without script (確認画面), as a whole HTML document: what was typed, a button that
 * sends it to `inquiries` and one that leads back to the form, `form-edit`. Everything typed goes along in hidden fields.
 */
export function checkPage(options: CheckPageOptions): string {
  const { programme, language, token, values, keptPictures = [] } = options;
  const texts = textsOf(language);
  const { check } = texts;
  return pageOf({
    programme,
    language,
    title: check.heading,
    main: `<h1>${textHtml(check.heading)}</h1>
<p>${textHtml(check.intro)}</p>
<dl class="check-list">
${checkRows(options, texts, values, keptPictures)}
</dl>
<form method="post" action="inquiries">
${hiddenFields(language, token, values)}
<div class="buttons">
<button type="submit" class="main-button">${textHtml(check.send)}</button>
<button type="submit" class="other-button" formaction="form-edit">${textHtml(check.edit)}</button>
</div>
</form>`,
  });
}

/** Everything that was typed, as hidden fields of a form that is sent on. */
export function hiddenFields(language: PageOptions["language"], token: string, values: FormFields): string {
  const typed = fieldNames.filter((name) => values[name] !== "").map((name) => [name, values[name]]);
  return [["token", token], ["language", language], ...typed]
    .map(
      ([name = "", value = ""]) =>
        `<input type="hidden" name="${name}" value="${escapeHtml(value)}" autocomplete="off">`,
    )
    .join("\n");
}

function checkRows(
  { programme, language }: PageOptions,
  texts: FormTexts,
  values: FormFields,
  pictures: readonly KeptPicture[],
): string {
  const named = (japanese: string) => nameIn(programme, language, japanese);
  const rows = rowsOf(values, texts, (field) =>
    named(
      field === "category"
        ? (programme.categories.find(({ code }) => code === values.category)?.name ?? values.category)
        : values[field],
    ),
  ).map(({ field, label, value, isTyped }) => ({
    field,
    label,
    html: isTyped ? escapeHtml(value) : textHtml(value),
  }));
  const picturesRow = {
    field: "pictures",
    label: texts.check.pictures,
    html: pictures.map(({ name }) => `<span class="file">${escapeHtml(name)}</span>`).join("\n"),
  };
  return (pictures.length === 0 ? rows : rows.toSpliced(2, 0, picturesRow))
    .map(
      ({ field, label, html }) =>
        `<div><dt>${textHtml(label)}</dt><dd${field === "content" ? ' class="long"' : ""}>${html}</dd></div>`,
    )
    .join("\n");
}

/** The same step inside the form's page, hidden until form.js fills and shows it. */
export function checkSection({ check }: FormTexts): string {
  return `<section id="check" hidden>
<h1 id="check-heading" tabindex="-1">${textHtml(check.heading)}</h1>
<p>${textHtml(check.intro)}</p>
<dl class="check-list" id="check-list"></dl>
<div class="message bad" id="failure" tabindex="-1" role="alert" hidden></div>
<div class="buttons">
<button type="button" class="main-button" id="send">${textHtml(check.send)}</button>
<button type="button" class="other-button" id="edit">${textHtml(check.edit)}</button>
</div>
<p id="progress" role="status"></p>
</section>`;
}
