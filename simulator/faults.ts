import { failure, type Result, success } from "../domain/result.ts";

/** What can be made to go wrong for a call, each with one line for people in both languages. */
export const faults = {
  "lambda-error": { english: "Every Lambda function fails.", japanese: "Lambda関数がすべて失敗する。" },
  "lambda-timeout": {
    english: "Every Lambda answer comes too late.",
    japanese: "Lambda関数の応答が間に合わない。",
  },
  "lambda-malformed": {
    english: "Every Lambda answer is nested.",
    japanese: "Lambda関数の応答の形が正しくない。",
  },
  "hours-error": {
    english: "The hours cannot be checked.",
    japanese: "オペレーション時間の確認が失敗する。",
  },
  "queue-full": { english: "The queue is full.", japanese: "待ち行列（キュー）が満杯になっている。" },
  telecom: { english: "The line breaks after 20 seconds.", japanese: "着信の20秒後に回線が切れる。" },
} as const;

export type FaultName = keyof typeof faults;

/** When the `telecom` fault breaks the line, in seconds after arrival. */
export const lineBreaksAfterSeconds = 20;

/** Reads the name of a fault; the failure lists the names there are. */
export function parseFault(name: string): Result<FaultName> {
  const names = Object.keys(faults) as FaultName[];
  const known = names.find((fault) => fault === name);
  return known
    ? success(known)
    : failure(`There is no fault called "${name}": choose one of ${names.join(", ")}.`);
}
