import { describe, expect, test } from "vitest";
import { mailHtml } from "../../domain/mail-html.ts";

const htmlOf = (text: string, language: "ja" | "easy" | "en" = "ja") =>
  mailHtml({ subject: "受付 <1>", text, language });

describe("a mail as HTML", () => {
  test("parts paragraphs at blank lines, keeps line ends, and says its language and subject", () => {
    const html = htmlOf("一行目\n二行目\n\n\n次の段落\n");
    expect(html).toContain("<p>一行目<br>\n二行目</p>\n<p>次の段落</p>");
    expect(html).toContain('<html lang="ja">');
    expect(html).toContain("<title>受付 &lt;1&gt;</title>");
    expect(htmlOf("a", "easy")).toContain('<html lang="ja">');
    expect(htmlOf("a", "en")).toContain('<html lang="en">');
  });

  test("shows what was typed and runs none of it, and loads nothing", () => {
    const html = htmlOf(`<script>alert(1)</script> <img src=x onerror=alert(1)> & "引用"`);
    expect(html).toContain(
      "&lt;script&gt;alert(1)&lt;/script&gt; &lt;img src=x onerror=alert(1)&gt; &amp; &quot;引用&quot;",
    );
    expect(html).not.toMatch(/<(script|img|link|iframe)|src="/);
  });

  test("makes the address of a page a link, and no other scheme", () => {
    const html = htmlOf(
      "詳しくは https://form.example.jp/status?language=ja をご覧ください。javascript:alert(1)",
    );
    expect(html.match(/<a [^>]+>[^<]+<\/a>/g)).toEqual([
      '<a href="https://form.example.jp/status?language=ja">https://form.example.jp/status?language=ja</a>',
    ]);
    expect(htmlOf('https://example.jp/" onclick="x')).toContain(
      '<a href="https://example.jp/">https://example.jp/</a>&quot; onclick',
    );
  });
});
