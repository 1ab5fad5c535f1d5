import { type EntryKind, idNumber } from "./entry-kind.ts";
import type { Instant } from "./japan-time.ts";
import { failure, type Result, success } from "./result.ts";

/** 定型文: a text that operators send or say again and again, in one of its versions. Versions are only ever added. */
export interface Template {
  /** Lower-case letters, digits and hyphens; never changed. */
  readonly code: string;
  /** From 1; the highest is in use. */
  readonly version: number;
  readonly name: string;
  /** "" where the template is not to be used any more. */
  readonly text: string;
  readonly at: Instant;
  /** A staff code. */
  readonly by: string;
}

const longestName = 100;
const longestText = 4000;

/** The versions of a template begin alike, in their order. */
export const templates: EntryKind<Template> = {
  kind: "template",
  idOf: ({ code, version }) => `${code}#${idNumber(version, 4)}`,
};

/** A template that can be kept, or what is wrong with it. */
export function checkedTemplate(template: Template): Result<Template> {
  const { code, name, text, version } = template;
  if (!/^[a-z0-9-]{1,40}$/.test(code))
    return failure("コードは英小文字、数字、ハイフンで40文字までにしてください。");
  if (!Number.isInteger(version) || version < 1 || version > 9999)
    return failure("もとにした版の番号が正しくありません。画面を読み直してください。");
  if (name.trim() === "" || name.length > longestName)
    return failure(`名前を${longestName}文字以内で入力してください。`);
  return text.length <= longestText ? success(template) : failure(`本文は${longestText}文字までです。`);
}

/** Of each template the latest version, in order of code, those included that are out of use. */
export function latestTemplates(versions: readonly Template[]): Template[] {
  const latest = new Map<string, Template>();
  for (const one of versions)
    if (one.version > (latest.get(one.code)?.version ?? 0)) latest.set(one.code, one);
  return [...latest.values()].sort((one, other) => (one.code < other.code ? -1 : 1));
}

/** Whether a latest version may be sent or said: one without a text takes its template out of use. */
export function isInUse({ text }: Pick<Template, "text">): boolean {
  return text !== "";
}
