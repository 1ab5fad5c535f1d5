import { escapeHtml } from "./escape-html.ts";
import { checkSection } from "./check-page.ts";
import {
  checkboxField,
  type Field,
  fileField,
  inputField,
  type Option,
  radioField,
  section,
  selectField,
  textField,
} from "./form-fields.ts";
import { type FormFields, limits, normalised, pictureTypes } from "./form-rules.js";
import type { FormPageOptions, FormProgramme } from "./form-types.ts";
import { plainText } from "./form-words.js";
import { nameIn } from "./offered.ts";
import { languageSwitch, pageOf } from "./page-frame.ts";
import { problemSummary, problemText } from "./problem-summary.ts";
import { receiptSection } from "./receipt-page.ts";
import { paragraphs, textHtml } from "./text-html.ts";
import type { FieldTexts, FormTexts } from "./texts/form-texts.ts";
import { textsOf } from "./texts/texts-of.ts";

/**
 * The public web form (R8) as a whole HTML document. It works as a plain form post, and better with form.js, which also
 * holds the check step and the receipt that stand in it, hidden. No inline script or style: a policy of `default-src
 * 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' blob:; form-action 'self'` suits it. All
 * links are relative. The page may be kept by the browser (so that "back" finds what was typed) but by nobody else.
 */
export function formPage(options: FormPageOptions): string {
  const { programme, language, token, problems = [], notice } = options;
  const texts = textsOf(language);
  const values = normalised(options.values);
  const parts: Parts = { programme, texts, values, language, problems, kept: options.keptPictures ?? [] };
  const title = texts.form.heading;
  return pageOf({
    programme,
    language,
    title,
    hasProblem: problems.length > 0,
    head: '<script type="module" src="form.js"></script>',
    switch: `${buttonOfEnter}${languageSwitch(
      language,
      (other, name, attributes) =>
        `<button type="submit" form="inquiry-form" formaction="form-edit" name="switchTo" value="${other}" ${attributes}>${name}</button>`,
    )}`,
    main: `<div id="inquiry">
<h1>${textHtml(title)}</h1>
${notice === undefined ? "" : `<div class="message warn" id="notice" tabindex="-1" role="alert" autofocus><p>${textHtml(texts.notices[notice])}</p></div>`}
${problemSummary(texts, problems)}
<div class="intro">${paragraphs(texts.form.intro, introValues(programme, parts.language))}</div>
<form id="inquiry-form" method="post" action="form-check" enctype="multipart/form-data" novalidate autocomplete="on">
<input type="hidden" name="token" value="${escapeHtml(token)}" autocomplete="off">
<input type="hidden" name="language" value="${language}" autocomplete="off">
${section(texts.form.inquiry, [categoryField(parts), contentField(parts), picturesField(parts)])}
${section(texts.form.reply, [replyField(parts), nameField(parts)])}
${attributeFields(parts)}
${consentFields(parts)}
<div hidden><label for="website">${textHtml(texts.form.trap)}</label><input type="text" id="website" name="website" value="" tabindex="-1" autocomplete="off"></div>
<button type="submit" class="main-button">${textHtml(texts.form.submit)}</button>
</form>
</div>
${checkSection(texts)}
${receiptSection({ texts, language, number: "", steps: [], isHidden: true })}
<script type="application/json" id="texts">${jsonInHtml(textsOfScript(texts))}</script>`,
  });
}

/**
 * The Enter key in a field presses the form's first button in the document (HTML, implicit submission): without this one,
 * that would be the first of the languages.
 */
const buttonOfEnter = '<button type="submit" form="inquiry-form" hidden tabindex="-1"></button>';

interface Parts {
  readonly programme: FormProgramme;
  readonly language: FormPageOptions["language"];
  readonly texts: FormTexts;
  readonly values: FormFields;
  readonly problems: NonNullable<FormPageOptions["problems"]>;
  readonly kept: NonNullable<FormPageOptions["keptPictures"]>;
}

function introValues(programme: FormProgramme, language: Parts["language"]) {
  const { hours, webForm } = programme;
  const minutesOfDay = hours.closesAtMinute - hours.opensAtMinute;
  return {
    programme: nameIn(programme, language, programme.name),
    days: Math.ceil(webForm.answerWithinBusinessMinutes / minutesOfDay),
  };
}

/** What form.js says; the texts of other pages stay behind. */
function textsOfScript({ problemTitle, form, problems, check, receipt, notices, faults }: FormTexts) {
  return { problemTitle, form, problems, check, receipt, notices, faults };
}

/** No text can end the element it stands in. */
function jsonInHtml(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}

function fieldOf(
  { texts, problems }: Parts,
  name: Field["name"],
  words: FieldTexts,
  need: "required" | "optional" | { readonly text: string; readonly required: boolean },
): Field {
  const problem = problems.find(({ field }) => field === name);
  return {
    name,
    texts: words,
    need: typeof need === "string" ? texts[need] : need.text,
    required: typeof need === "string" ? need === "required" : need.required,
    problem: problem && problemText(texts, problem),
  };
}

function categoryField(parts: Parts): string {
  const { programme, texts, values, language } = parts;
  const options = programme.categories
    .filter(({ deskOnly }) => !deskOnly)
    .map(({ code, name }): Option => ({ value: code, label: nameIn(programme, language, name) }));
  return selectField(
    fieldOf(parts, "category", texts.form.category, "required"),
    values.category,
    plainText(texts.form.chooseCategory),
    options,
  );
}

function contentField(parts: Parts): string {
  const { texts, values } = parts;
  return textField(
    fieldOf(parts, "content", texts.form.content, "required"),
    values.content,
    textHtml(texts.form.counter, { count: limits.content }),
  );
}

function picturesField(parts: Parts): string {
  const { texts, kept } = parts;
  const names = kept.map(({ name }) => `<li>${escapeHtml(name)}</li>`);
  const keptPart =
    kept.length === 0
      ? ""
      : `<div id="kept-pictures"><p class="support">${textHtml(texts.form.picturesKept)}</p>
<ul>${names.join("\n")}</ul>
<label class="checkbox"><input type="checkbox" id="dropPictures" name="dropPictures" value="yes"><span>${textHtml(texts.form.dropPictures)}</span></label></div>`;
  return fileField(
    fieldOf(parts, "pictures", texts.form.pictures, "optional"),
    pictureTypes,
    `${keptPart}<ul class="chosen" id="chosen-pictures"></ul><p role="status" id="pictures-progress"></p>`,
  );
}

/** Without form.js all fields stand there, and their labels say to which way of replying they belong. */
function replyField(parts: Parts): string {
  const { texts, values } = parts;
  const { form } = texts;
  const neededFor = (way: "mail" | "telephone") => ({ text: form.requiredFor[way], required: false });
  const mail = inputField(
    fieldOf(parts, "mail", form.mail, neededFor("mail")),
    values.mail,
    'type="email" autocomplete="email" spellcheck="false" autocapitalize="none"',
  );
  const telephone = inputField(
    fieldOf(parts, "telephone", form.telephone, neededFor("telephone")),
    values.telephone,
    'type="tel" autocomplete="tel"',
  );
  const reachable = inputField(
    fieldOf(parts, "reachable", form.reachable, { text: form.optionalFor.telephone, required: false }),
    values.reachable,
    'type="text" autocomplete="off"',
  );
  const belonging = (way: string, fields: string) =>
    `<div class="belonging" data-reply="${way}">${fields}</div>`;
  return radioField(fieldOf(parts, "replyBy", form.replyBy, "required"), values.replyBy, [
    { value: "mail", label: form.ways.mail, below: belonging("mail", mail) },
    {
      value: "telephone",
      label: form.ways.telephone,
      below: belonging("telephone", `${telephone}\n${reachable}`),
    },
    { value: "none", label: form.ways.none, below: "" },
  ]);
}

function nameField(parts: Parts): string {
  const { texts, values } = parts;
  const need = { text: texts.form.optionalFor.both, required: false };
  const field = inputField(
    fieldOf(parts, "name", texts.form.name, need),
    values.name,
    'type="text" autocomplete="name"',
  );
  return `<div data-reply="mail telephone">${field}</div>`;
}

function attributeFields(parts: Parts): string {
  const { programme, texts, values, language } = parts;
  const choice = (name: keyof FormTexts["form"]["choices"]) =>
    selectField(
      fieldOf(parts, name, { label: texts.form.choices[name] }, "optional"),
      values[name],
      plainText(texts.form.notChosen),
      programme.attributeChoices[name].map(
        (value): Option => ({ value, label: nameIn(programme, language, value) }),
      ),
    );
  return section(texts.form.about.label, [
    `<p class="support">${textHtml(texts.form.about.hint ?? "")}</p>`,
    choice("relation"),
    choice("municipality"),
    choice("ageBand"),
    choice("device"),
  ]);
}

function consentFields(parts: Parts): string {
  const { form } = parts.texts;
  return section(form.privacy, [
    `<p>${textHtml(form.purpose)}</p>
<details><summary>${textHtml(form.privacyMore)}</summary>
${paragraphs(form.privacyText)}
</details>`,
    checkboxField(
      fieldOf(parts, "consent", { label: form.consent }, "required"),
      parts.values.consent === "yes",
    ),
  ]);
}
