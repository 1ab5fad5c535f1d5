import type { Page } from "playwright-core";
import { tabTo } from "../../support/browser.ts";

/** An inquiry with what is hard to write: two lines, markup, rare characters, full-width letters. */
export const inquiry = {
  content: "歩いたのに、昨日の歩数が0歩になっています。\n髙橋です。<b>アプリ</b>は最新です。",
  mail: "ｎａｍａｅ@example.jp",
  name: "髙橋 𠮷子",
};

/** What is taken of it. */
export const taken = {
  category: "C04",
  content: inquiry.content,
  replyBy: "mail",
  mail: "namae@example.jp",
  telephone: "",
  reachable: "",
  name: "髙橋 𠮷子",
  relation: "",
  municipality: "",
  ageBand: "10代以下",
  device: "",
  consent: "yes",
  website: "",
};

async function type(page: Page, field: keyof typeof inquiry): Promise<void> {
  await tabTo(page, `#${field}`);
  for (const [index, line] of inquiry[field].split("\n").entries()) {
    if (index > 0) await page.keyboard.press("Enter");
    await page.keyboard.insertText(line);
  }
}

/** Fills the form in with the keyboard alone, to be answered by mail, and stops at its button. */
export async function fillByKeyboard(page: Page): Promise<void> {
  await tabTo(page, "#category");
  // C04 is the fourth category.
  for (let presses = 0; presses < 4; presses++) await page.keyboard.press("ArrowDown");
  await type(page, "content");
  await tabTo(page, "#replyBy-mail");
  await page.keyboard.press("Space");
  await type(page, "mail");
  await type(page, "name");
  await tabTo(page, "#ageBand");
  await page.keyboard.press("ArrowDown");
  await tabTo(page, "#consent");
  await page.keyboard.press("Space");
  await tabTo(page, "form .main-button");
}

/**
 * Fills in the same by pointing, for what comes after the filling in: that the keyboard alone is enough is shown once for each
 * language and width, with JavaScript and without.
 */
export async function fillTheSame(page: Page): Promise<void> {
  await page.locator("#category").selectOption("C04");
  await page.locator("#replyBy-mail").check();
  for (const field of ["content", "mail", "name"] as const)
    await page.locator(`#${field}`).fill(inquiry[field]);
  await page.locator("#ageBand").selectOption("10代以下");
  await page.locator("#consent").check();
  await page.locator("form .main-button").focus();
}

/** Fills in what must be, to be answered by telephone. */
export async function fill(page: Page): Promise<void> {
  await page.locator("#category").selectOption("C04");
  await page.locator("#content").fill(inquiry.content);
  await page.locator("#replyBy-telephone").check();
  await page.locator("#telephone").fill("090-1234-5678");
  await page.locator("#consent").check();
}

/** Goes to the check step and presses its button that sends. */
export async function checkAndSend(page: Page): Promise<void> {
  await page.locator("form .main-button").click();
  await page.locator("#check").waitFor();
  await page.locator("#send").click();
}

/** Everything that can be typed or chosen, as it stands. */
export function typedIn(page: Page): Promise<Record<string, string>> {
  return page.evaluate(
    "Object.fromEntries([...new FormData(document.getElementById('inquiry-form'))].filter(([, value]) => typeof value === 'string'))",
  );
}

export function focusedId(page: Page): Promise<string> {
  return page.evaluate("document.activeElement.id");
}
