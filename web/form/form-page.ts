import type { Programme } from "../../domain/programme.ts";
import { escapeHtml } from "./escape-html.ts";
import { checkboxField, inputField, type Option, selectField, textField } from "./form-fields.ts";

/** What the form shows and where it sends. All of it is plain text. */
export interface FormPageOptions
  extends Pick<Programme, "deskName" | "categories" | "attributeChoices" | "publishedNumber"> {
  readonly programmeName: string;
  /** The URL that takes the form, as a plain form post and as JSON. */
  readonly action: string;
  /** A new UUID for each page that is handed out: one inquiry, however often it is sent. */
  readonly submissionId: string;
  /** When the telephone is answered. */
  readonly hours: string;
  /** By when a written inquiry is answered, as a whole sentence. */
  readonly answerTime: string;
}

/** The most characters an inquiry may have; the service's own limit, which a test holds against it. */
const longestContent = 4_000;

/**
 * The public web form (R8) as a whole HTML document. It works as a plain form post, and better with `/form/form.js`;
 * `/base.css` and `/form/form.css` are its only other files. It has no inline script or style, so a policy of
 * `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'` suits it where
 * `action` is on the same origin. The page may be kept by the browser (so that "back" finds what was typed) but by nobody else.
 */
export function formPage(options: FormPageOptions): string {
  return `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>お問い合わせフォーム｜${escapeHtml(options.deskName)}</title>
<link rel="stylesheet" href="/base.css">
<link rel="stylesheet" href="/form/form.css">
<script type="module" src="/form/form.js"></script>
</head>
<body>
<a class="skip-link" href="#main">本文へ移動</a>
<header><p>${escapeHtml(options.deskName)}</p></header>
<main id="main" tabindex="-1">
${inquiryPart(options)}
${receiptPart}
</main>
${telephonePart(options)}
</body>
</html>
`;
}

function inquiryPart(options: FormPageOptions): string {
  const { programmeName, action, submissionId, answerTime } = options;
  return `<div id="inquiry">
<h1>お問い合わせフォーム</h1>
<p>${escapeHtml(programmeName)}についてのご質問・ご意見をお送りください。${escapeHtml(answerTime)}</p>
<form id="inquiry-form" method="post" action="${escapeHtml(action)}">
<input type="hidden" name="submissionId" value="${escapeHtml(submissionId)}" autocomplete="off">
${inquiryFields(options)}
${replyFields()}
${attributeFields(options)}
${consentField()}
<p class="error" id="failure" role="alert" tabindex="-1"></p>
<button type="submit">送信する</button>
<p id="progress" role="status"></p>
</form>
</div>`;
}

function inquiryFields({ categories }: FormPageOptions): string {
  const choices = categories.map(({ code, name }): Option => ({ value: code, label: name }));
  return fieldset("お問い合わせ", [
    selectField(
      { name: "category", label: "お問い合わせの種類", required: true },
      "選択してください",
      choices,
    ),
    textField(
      {
        name: "content",
        label: "お問い合わせ内容",
        required: true,
        support: "住所や電話番号など、あなたが誰か分かることは書かずにお送りください。",
      },
      longestContent,
    ),
  ]);
}

function replyFields(): string {
  return fieldset("ご連絡先", [
    inputField(
      {
        name: "mail",
        label: "メールアドレス",
        required: true,
        support: "このアドレスにお答えします。例：namae@example.jp",
      },
      'type="email" autocomplete="email" maxlength="254" spellcheck="false" autocapitalize="none"',
    ),
    inputField(
      { name: "name", label: "お名前", required: false },
      'type="text" autocomplete="name" maxlength="100"',
    ),
  ]);
}

function attributeFields({ attributeChoices }: FormPageOptions): string {
  const labels = {
    relation: "お問い合わせされる方",
    municipality: "お住まいの市町村",
    ageBand: "年代",
    device: "お使いのスマートフォン",
  } as const satisfies Record<keyof FormPageOptions["attributeChoices"], string>;
  const choice = (name: keyof typeof labels) =>
    selectField(
      { name, label: labels[name], required: false },
      "選択しない",
      attributeChoices[name].map((value): Option => ({ value, label: value })),
    );
  return fieldset("あなたについて", [
    '<p class="support">どのような方からのお問い合わせが多いかを知るためにお尋ねします。お答えがなくても送信できます。</p>',
    choice("relation"),
    choice("municipality"),
    choice("ageBand"),
    choice("device"),
  ]);
}

function consentField(): string {
  return fieldset("個人情報の取扱い", [
    checkboxField({
      name: "consent",
      label: "上の取扱いに同意します",
      required: true,
      support:
        "お名前とメールアドレスは、このお問い合わせにお答えするためだけに使います。集計や報告には含めません。",
    }),
  ]);
}

function fieldset(legend: string, parts: readonly string[]): string {
  return `<fieldset>\n<legend>${legend}</legend>\n${parts.join("\n")}\n</fieldset>`;
}

/** Shown by form.js in place of the form. */
const receiptPart = `<section id="receipt" hidden>
<h1 id="receipt-heading" tabindex="-1">お問い合わせを受け付けました</h1>
<p>受付番号をお控えください。</p>
<p class="receipt-number" id="receipt-number"></p>
<p id="receipt-answer"></p>
<p>確認のメールをお送りします。届かないときは、迷惑メールの中もご確認ください。</p>
<p><a href="">別のお問い合わせを送る</a></p>
</section>`;

function telephonePart({ publishedNumber, hours }: FormPageOptions): string {
  const digits = publishedNumber.replace(/\D/g, "");
  return `<footer>
<h2>お電話でのお問い合わせ</h2>
<p><a class="telephone" href="tel:${digits}">${escapeHtml(publishedNumber)}</a></p>
<p>${escapeHtml(hours)}</p>
</footer>`;
}
