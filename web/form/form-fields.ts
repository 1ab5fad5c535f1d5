import { escapeHtml } from "./escape-html.ts";
import { textHtml } from "./text-html.ts";
import type { FieldTexts } from "./texts/form-texts.ts";

/**
 * Fields as the Digital Agency's design system lays them out: the label with its need beside it, then the support text,
 * the field, and the error text, which begins with ＊ (design.digital.go.jp, input-text). The field names both texts in
 * `aria-describedby`. A hidden error text stands ready for form.js.
 */
export interface Field {
  /** The name under which it is sent; the ids of its parts begin with it. */
  readonly name: string;
  readonly texts: FieldTexts;
  /** What stands beside the label: whether it must be filled in. */
  readonly need: string;
  readonly required: boolean;
  /** What is wrong with it; absent where nothing is. */
  readonly problem?: string | undefined;
}

/** One of a select's options. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** A field of one line. `attributes` is ready-made HTML, such as `type="email"`. */
export function inputField(field: Field, value: string, attributes: string): string {
  return fieldOf(field, `<input ${sharedAttributes(field)} value="${escapeHtml(value)}" ${attributes}>`);
}

/** A choice from a list. `nothingChosen` labels the first option, whose value is empty. */
export function selectField(
  field: Field,
  value: string,
  nothingChosen: string,
  options: readonly Option[],
): string {
  const rows = [{ value: "", label: nothingChosen }, ...options].map((option) => {
    const selected = option.value === value ? " selected" : "";
    return `<option value="${escapeHtml(option.value)}"${selected}>${escapeHtml(option.label)}</option>`;
  });
  return fieldOf(field, `<select ${sharedAttributes(field)}>\n${rows.join("\n")}\n</select>`);
}

/**
 * A field of many lines; `counter` stands below it. Nothing is cut off at the limit: form.js and the service say so instead.
 * The line break after the tag is the one that HTML takes away, so that a text that begins with one keeps it.
 */
export function textField(field: Field, value: string, counter: string): string {
  const { name } = field;
  return fieldOf(
    field,
    `<textarea ${sharedAttributes(field, `${name}-counter`)} rows="8">
${escapeHtml(value)}</textarea>
<p class="counter" id="${name}-counter">${counter}</p>`,
  );
}

/** Files to choose; `below` is ready-made HTML for what was chosen before. */
export function fileField(field: Field, accept: readonly string[], below: string): string {
  return fieldOf(
    field,
    `<input type="file" ${sharedAttributes(field)} multiple accept="${accept.join(",")}">\n${below}`,
  );
}

/** A box to tick. */
export function checkboxField(field: Field, isTicked: boolean): string {
  return `<div class="field">
${supportOf(field)}
<label class="checkbox"><input type="checkbox" value="yes" ${sharedAttributes(field)}${isTicked ? " checked" : ""}>
<span>${labelOf(field)}</span></label>
${errorOf(field)}
</div>`;
}

/** One of several; `below` is ready-made HTML for the fields that belong to a choice, by its value. */
export function radioField(
  field: Field,
  value: string,
  options: readonly (Option & { readonly below: string })[],
): string {
  const { name, required, problem } = field;
  const rows = options.map(
    (
      option,
    ) => `<label class="radio"><input type="radio" name="${name}" id="${name}-${option.value}" value="${option.value}"${required ? " required" : ""}${option.value === value ? " checked" : ""}>
<span>${textHtml(option.label)}</span></label>
${option.below}`,
  );
  return `<fieldset class="field radios" id="${name}" tabindex="-1" aria-describedby="${name}-error"${problem === undefined ? "" : ' data-invalid="true"'}>
<legend>${labelOf(field)}</legend>
${errorOf(field)}
${rows.join("\n")}
</fieldset>`;
}

/** Fields that belong together, under a heading of their own. */
export function section(legend: string, parts: readonly string[]): string {
  return `<fieldset class="section">\n<legend><span>${textHtml(legend)}</span></legend>\n${parts.join("\n")}\n</fieldset>`;
}

function fieldOf(field: Field, control: string): string {
  const parts = [
    `<label for="${field.name}">${labelOf(field)}</label>`,
    supportOf(field),
    control,
    errorOf(field),
  ];
  return `<div class="field">\n${parts.filter((part) => part !== "").join("\n")}\n</div>`;
}

function labelOf({ texts, need, required }: Field): string {
  return `${textHtml(texts.label)} <span class="need${required ? " required" : ""}">${textHtml(need)}</span>`;
}

function supportOf({ name, texts: { hint } }: Field): string {
  return hint === undefined ? "" : `<p class="support" id="${name}-support">${textHtml(hint)}</p>`;
}

function errorOf({ name, problem }: Field): string {
  return problem === undefined
    ? `<p class="error" id="${name}-error" hidden></p>`
    : `<p class="error" id="${name}-error">＊${textHtml(problem)}</p>`;
}

function sharedAttributes({ name, required, texts, problem }: Field, described?: string): string {
  const describing = [`${name}-error`, ...(texts.hint === undefined ? [] : [`${name}-support`])];
  const describedBy = [...describing, ...(described === undefined ? [] : [described])].join(" ");
  return `id="${name}" name="${name}"${required ? " required" : ""} aria-describedby="${describedBy}"${problem === undefined ? "" : ' aria-invalid="true"'}`;
}
