import { join } from "node:path";
import type { Page } from "playwright-core";

/** Where the pictures of the documents are put; only a run for pictures says so. */
const folder = process.env["PICTURES"];

/** The few that documents show, of all that the tests pass by, and whether the whole page is meant. */
const wanted: Readonly<Record<string, { readonly fullPage: boolean }>> = {
  "form-ja-360": { fullPage: true },
  "form-en-1280": { fullPage: false },
  "form-check-ja-360": { fullPage: true },
  "form-receipt-ja-360": { fullPage: true },
  "form-receipt-easy-360": { fullPage: true },
  "form-problems-ja-360": { fullPage: false },
  "form-status-ja-360": { fullPage: false },
};

/** Takes a picture of the page for the documents, where one of that name is wanted and the run is for pictures. */
export async function pictureOf(page: Page, name: string): Promise<void> {
  const options = wanted[name];
  if (folder && options) await page.screenshot({ path: join(folder, `${name}.png`), ...options });
}
