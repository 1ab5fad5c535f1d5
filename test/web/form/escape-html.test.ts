import { expect, test } from "vitest";
import { escapeHtml } from "../../../web/form/escape-html.ts";

test("text with markup and quotes is shown as it was written", () => {
  expect(escapeHtml(`<b class="x">Q&A's</b>`)).toBe("&lt;b class=&quot;x&quot;&gt;Q&amp;A&#39;s&lt;/b&gt;");
});

test("Japanese, and characters outside the basic plane, stay as they are", () => {
  expect(escapeHtml("髙橋さん 𠮷野家 〜−")).toBe("髙橋さん 𠮷野家 〜−");
});
