import type { APIGatewayProxyEvent } from "aws-lambda";
import * as v from "valibot";
import { failure, type Result, success } from "../../domain/result.ts";
import type { Submission } from "../../usecases/submit-web-form.ts";
import { present } from "./present.ts";

/** The most characters that an inquiry may have. */
const longestContent = 4_000;

const chosen = v.optional(v.pipe(v.string(), v.maxLength(40, "選択肢からお選びください。")), "");

const required = (problem: string) => v.pipe(v.string(problem), v.nonEmpty(problem));

const webForm = v.object({
  submissionId: v.pipe(
    v.string(),
    v.regex(/^[0-9a-f-]{36}$/, "ページを読み込み直してから、もう一度お送りください。"),
  ),
  category: required("お問い合わせの種類をお選びください。"),
  content: v.pipe(
    v.string("お問い合わせ内容をご記入ください。"),
    v.trim(),
    v.nonEmpty("お問い合わせ内容をご記入ください。"),
    v.maxLength(longestContent, `お問い合わせ内容は${longestContent}文字以内でご記入ください。`),
  ),
  mail: v.pipe(
    v.string("メールアドレスをご記入ください。"),
    v.transform((text) => text.normalize("NFKC").trim()),
    v.maxLength(254, "メールアドレスが長すぎます。もう一度ご確認ください。"),
    v.email("メールアドレスの形が正しくありません。例：namae@example.jp"),
  ),
  name: v.optional(
    v.pipe(v.string(), v.trim(), v.maxLength(100, "お名前は100文字以内でご記入ください。")),
    "",
  ),
  consent: required("個人情報の取扱いに同意のうえ、お送りください。"),
  relation: chosen,
  municipality: chosen,
  ageBand: chosen,
  device: chosen,
});

/** What a form that was sent empty says; a field that is missing is an empty one. */
const nothingTyped = { submissionId: "", category: "", content: "", mail: "", consent: "" };

/**
 * Reads what the form sent, as JSON or as a plain form post. Problems are in Japanese: the resident reads them.
 * Values of lists are checked for length only; that they are of the list is the use case's rule.
 */
export function parseWebForm(
  event: Pick<APIGatewayProxyEvent, "body" | "headers" | "isBase64Encoded">,
): Result<Submission> {
  const body = event.isBase64Encoded
    ? Buffer.from(event.body ?? "", "base64").toString("utf8")
    : (event.body ?? "");
  const fields = wantsJson(event) ? parseJson(body) : Object.fromEntries(new URLSearchParams(body));
  const parsed = v.safeParse(webForm, { ...nothingTyped, ...fields });
  if (!parsed.success) return failure(parsed.issues[0].message);
  const { submissionId, category, content, mail, name, consent: _consent, ...attributes } = parsed.output;
  const given = Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== ""));
  return success({
    submissionId,
    category,
    content,
    attributes: given,
    replyTo: present({ by: "mail" as const, mail, name: name || undefined }),
  });
}

/** Whether the form was sent by its script, which reads the answer itself. */
export function wantsJson(event: Pick<APIGatewayProxyEvent, "headers">): boolean {
  const type = Object.entries(event.headers ?? {}).find(
    ([name]) => name.toLowerCase() === "content-type",
  )?.[1];
  return (type ?? "").startsWith("application/json");
}

function parseJson(text: string): object {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}
