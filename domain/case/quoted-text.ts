/** Lines under which mail programs repeat the mail that is answered, in Japanese and in English. */
const headings: readonly RegExp[] = [
  /^-{3,}\s*(?:Original Message|Forwarded message|元のメッセージ|転送メッセージ)/i,
  /^On\b.{1,200}\bwrote:$/i,
  /^\d{4}[年/-]\s?\d{1,2}[月/-]\s?\d{1,2}.{0,200}(?:[:：]|のメール|書きました。?)$/,
  /^(?:From|差出人|送信元)\s?[:：]\s?\S/i,
  /^_{20,}$/,
];

/**
 * What a person wrote into a reply, without the mail that their program repeats beneath it. Cut simply: at the first line that
 * begins a repetition, and without lines that are marked as repeated. Where nothing would be left, it is left whole.
 */
export function withoutQuotedText(text: string): string {
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  const start = lines.findIndex((line) => headings.some((heading) => heading.test(line.trim())));
  const own = (start < 0 ? lines : lines.slice(0, start)).filter((line) => !/^\s*[>＞]/.test(line));
  return own.join("\n").trim() || text.trim();
}
