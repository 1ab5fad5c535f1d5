import * as v from "valibot";
import { type DeskSettings, deskSettings } from "../../contract/settings.ts";
import { problemAnswer } from "../../contract/problem.ts";

/** Where the desk is served: the address of its page, without what follows. */
export const deskAddress = `${window.location.origin}${window.location.pathname}`;

/** What must be known before anybody signs in. Rejects with a sentence that says what to do. */
export async function loadSettings(): Promise<DeskSettings> {
  const response = await fetch(`${deskAddress}desk-settings.json`).catch((cause: unknown) => {
    throw new Error("サーバーにつながりません。回線を確かめて、画面を再読み込みしてください。", { cause });
  });
  const body: unknown = await response.json().catch(() => undefined);
  const settings = v.safeParse(deskSettings, body);
  if (response.ok && settings.success) return settings.output;
  const refused = v.safeParse(problemAnswer, body);
  throw new Error(
    refused.success ? refused.output.problem : "画面の設定を読めません。管理者に知らせてください。",
  );
}
