/** An element of text. */
export function textElement(name: string, value: string | number | boolean): string {
  return `<${name}>${escaped(String(value))}</${name}>`;
}

/** A whole document; `content` is XML. */
export function xmlDocument(name: string, content: string, attributes = ""): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${name}${attributes}>${content}</${name}>`;
}

/** Text for XML. Control characters become references, as Amazon S3 writes them, although XML 1.0 forbids most. */
function escaped(text: string): string {
  return text.replace(
    /[&<>"\p{Cc}]/gu,
    (character) => named.get(character) ?? `&#x${character.charCodeAt(0).toString(16)};`,
  );
}

const named: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
]);
