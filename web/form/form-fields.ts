import { escapeHtml } from "./escape-html.ts";

/**
 * Fields as the Digital Agency's design system lays them out: the label with 「※必須」 or 「※任意」, then the support
 * text, then the field, then the error text, which form.js fills (design.digital.go.jp, input-text). The field names
 * both texts in `aria-describedby`. All texts are plain text and are escaped here.
 */
export interface Field {
  /** The name under which it is sent; the ids of its parts begin with it. */
  readonly name: string;
  readonly label: string;
  readonly required: boolean;
  readonly support?: string;
}

/** One of a select's options. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** A field of one line. `attributes` is ready-made HTML, such as `type="email"`. */
export function inputField(field: Field, attributes: string): string {
  return fieldOf(field, `<input ${sharedAttributes(field)} ${attributes}>`);
}

/** A choice from a list. `nothingChosen` labels the first option, whose value is empty. */
export function selectField(field: Field, nothingChosen: string, options: readonly Option[]): string {
  const all = [{ value: "", label: nothingChosen }, ...options];
  const rows = all.map(
    ({ value, label }) => `<option value="${escapeHtml(value)}">${escapeHtml(label)}</option>`,
  );
  return fieldOf(field, `<select ${sharedAttributes(field)}>\n${rows.join("\n")}\n</select>`);
}

/** A field of many lines with a counter. Nothing is cut off at `longest` characters: form.js and the service say so instead. */
export function textField(field: Field, longest: number): string {
  const { name } = field;
  return fieldOf(
    field,
    `<textarea ${sharedAttributes(field, `${name}-counter`)} rows="8" data-longest="${longest}"></textarea>
<p class="counter" id="${name}-counter">${longest}文字まで</p>`,
  );
}

/** A box to tick, its support text before it. */
export function checkboxField(field: Field & { readonly support: string }): string {
  return `<div class="field">
${supportOf(field)}
<label class="checkbox"><input type="checkbox" value="yes" ${sharedAttributes(field)}>
<span>${labelOf(field)}</span></label>
${errorOf(field)}
</div>`;
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

function labelOf({ label, required }: Field): string {
  const need = required ? "※必須" : "※任意";
  return `${escapeHtml(label)} <span class="need${required ? " required" : ""}">${need}</span>`;
}

function supportOf({ name, support }: Field): string {
  return support === undefined ? "" : `<p class="support" id="${name}-support">${escapeHtml(support)}</p>`;
}

function errorOf({ name }: Field): string {
  return `<p class="error" id="${name}-error" hidden></p>`;
}

function sharedAttributes({ name, required, support }: Field, described?: string): string {
  const texts = [`${name}-error`, ...(support === undefined ? [] : [`${name}-support`])];
  const describedBy = [...texts, ...(described === undefined ? [] : [described])].join(" ");
  return `id="${name}" name="${name}"${required ? " required" : ""} aria-describedby="${describedBy}"`;
}
