import { printedReceiptNumber, type ReceiptNumber } from "../../domain/case/receipt-number.ts";
import { dateAt, type Instant, weekdayName } from "../../domain/japan-time.ts";

/** The pages that answer a form post without script. */

export function receiptPage(deskName: string, receiptNumber: ReceiptNumber, answerBy: Instant): string {
  const date = dateAt(answerBy);
  const day = `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日（${weekdayName(date)}）`;
  return pageOf(deskName, "お問い合わせを受け付けました", [
    `受付番号は <strong>${printedReceiptNumber(receiptNumber)}</strong> です。お控えください。`,
    `${day}までに、ご記入のメールアドレスへお答えします。`,
    "確認のメールをお送りします。届かないときは、迷惑メールの中もご確認ください。",
  ]);
}

export function problemPage(deskName: string, problem: string): string {
  return pageOf(deskName, "まだ送信できていません", [
    escaped(problem),
    "ブラウザの「戻る」を押すと、ご記入の内容に戻れます。",
  ]);
}

function pageOf(deskName: string, heading: string, paragraphs: readonly string[]): string {
  return `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${heading}｜${escaped(deskName)}</title>
<style>body{font-family:sans-serif;font-size:1.0625rem;line-height:1.8;max-width:40rem;margin:2rem auto;padding:0 1rem;color:#1a1a1c}h1{font-size:1.5rem}</style>
</head>
<body>
<main>
<p>${escaped(deskName)}</p>
<h1>${heading}</h1>
${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join("\n")}
</main>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
