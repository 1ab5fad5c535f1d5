import { inputKind, spokenWords } from "../block-words.ts";
import type { Place } from "../place.ts";
import { anything, other, unset } from "../tracked-values.ts";
import { noticeIn } from "./speech-steps.ts";

/** Connect stores this word when the caller types nothing (AWS administrator guide, store customer input). */
const nothingTyped = "Timeout";
const keys = "1234567890*#".split("");

/** The blocks that listen. */
export const inputSteps: Readonly<Record<string, (place: Place) => void>> = {
  GetParticipantInput(place) {
    const kind = inputKind(place.action);
    if (kind === "store") return storedInput(place);
    if (kind === "menu") return menu(place);
    place.step(place.next(), "goes on", "");
    place.step(place.error("NoMatchingError"), "fault", "番号入力の設定に失敗する");
  },

  ConnectParticipantWithLexBot(place) {
    for (const { NextAction, Condition } of place.action.Transitions.Conditions ?? [])
      place.step(
        place.builder.block(place.use, NextAction),
        "choice",
        `「${Condition.Operands.join()}」と話す`,
        place.silent,
      );
    place.step(place.error("NoMatchingCondition"), "passive", "聞き取ってもらえない", place.silent);
    place.step(place.error("InputTimeLimitExceeded"), "passive", "何も話さない", place.silent);
    place.step(place.error("NoMatchingError"), "fault", "聞き取りに失敗する", place.silent);
  },
};

/** One key: each that means something, one that does not, none, and a failure. */
function menu(place: Place): void {
  const conditions = place.action.Transitions.Conditions ?? [];
  const heard = heardWords(place);
  for (const { NextAction, Condition } of conditions) {
    const [key = ""] = Condition.Operands;
    const to = place.builder.block(place.use, NextAction);
    place.builder.edge(place.at, to, "choice", {
      note: `${heard}「${key}」を押す`,
      sets: place.silent,
      keys: key,
    });
  }
  const wrong = keys.find((key) => conditions.every(({ Condition }) => !Condition.Operands.includes(key)));
  if (wrong !== undefined)
    place.builder.edge(place.at, place.error("NoMatchingCondition"), "passive", {
      note: `${heard}案内にない「${wrong}」を押す`,
      sets: place.silent,
      keys: wrong,
    });
  // A key cuts the prompt short, so a notice in it counts only for callers who press nothing.
  place.step(place.error("InputTimeLimitExceeded"), "passive", `${heard}何も押さない`, [
    ...place.silent,
    ...noticeIn(place),
  ]);
  place.step(place.error("NoMatchingError"), "fault", "番号入力に失敗する", place.silent);
}

/** Digits that are stored: each text that is asked about later, any other, and none. */
function storedInput(place: Place): void {
  const name = "StoredCustomerInput";
  const asked = place.builder.texts(name);
  const heard = heardWords(place);
  const stored = (text: string) => [...place.silent, ...(asked ? [place.holding(name, text)] : [])];
  const texts = new Set([other, ...(asked ?? [])]);
  for (const none of [anything, unset, nothingTyped]) texts.delete(none);
  for (const text of texts)
    place.builder.edge(place.at, place.next(), "choice", {
      note: `${heard}「${text === other ? "番号" : text}」を入力する`,
      sets: stored(text),
      keys: text === other ? "0312345678" : text,
    });
  place.step(place.next(), "passive", `${heard}何も入力しない（値は Timeout）`, stored(nothingTyped));
  if (place.hasError("InvalidPhoneNumber"))
    place.step(place.error("InvalidPhoneNumber"), "passive", `${heard}無効な番号を入力する`, place.silent);
  place.step(place.error("NoMatchingError"), "fault", "番号入力に失敗する", place.silent);
  place.builder.check(place.at, {
    property: "logging-while-typing",
    guards: [place.holding("logging", "on")],
    message: "takes a typed number while the flow is logged: set FlowLoggingBehavior to Disabled before it.",
  });
}

function heardWords(place: Place): string {
  const words = spokenWords(place.action).join("");
  return words === "" ? "" : `「${words}」を聞き、`;
}
