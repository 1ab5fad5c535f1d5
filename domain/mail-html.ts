import { documentLanguage, type FormLanguage } from "./form-language.ts";

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * A mail's text as an HTML document: blank lines part paragraphs, line ends stay, addresses of pages become links. Both are
 * made of one text, so that nobody reads another mail than the rest. Nothing is loaded from anywhere.
 */
export function mailHtml(mail: {
  readonly subject: string;
  readonly text: string;
  readonly language: FormLanguage;
}): string {
  const paragraphs = mail.text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "")
    .map((paragraph) => `<p>${linked(escaped(paragraph)).replaceAll("\n", "<br>\n")}</p>`);
  return `<!doctype html>
<html lang="${documentLanguage(mail.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(mail.subject)}</title>
</head>
<body style="font-family:sans-serif;font-size:16px;line-height:1.7;color:#1a1a1c;max-width:40em;margin:0 auto;padding:16px">
${paragraphs.join("\n")}
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

/** The text is escaped already; an address ends at a space, at a bracket, or where Japanese goes on. */
function linked(text: string): string {
  return text.replace(/https:\/\/[\w\-./?=%#~]+/g, (address) => `<a href="${address}">${address}</a>`);
}
