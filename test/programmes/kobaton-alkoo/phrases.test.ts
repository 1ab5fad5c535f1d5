import { describe, expect, test } from "vitest";
import { parseInstant } from "../../../domain/japan-time.ts";
import { phrases } from "../../../programmes/kobaton-alkoo/phrases.ts";

function instant(text: string): number {
  const parsed = parseInstant(text);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.value;
}

function closed(reason: string, at: string, nextOpening: string): string {
  return phrases.closed({ reason, at: instant(at), nextOpening: instant(nextOpening) });
}

const desk = "コバトンアルコーマイレージ、コールセンターです。";
const form = "ウェブフォームは、いつでもご利用いただけます。";

// Days: Cabinet Office list of 2024 and 2025; 29 December to 3 January from the specification.
describe("a caller to a closed desk hears why, when it opens and that the form is open", () => {
  test("on a national holiday", () => {
    expect(closed("海の日", "2024-07-15T10:00", "2024-07-16T09:00")).toBe(
      `${desk}本日は、海の日のため、お休みです。次の受付は、明日、7月16日、火曜日、午前9時からです。${form}`,
    );
  });

  test("on a Saturday before a holiday", () => {
    expect(closed("土曜日", "2024-07-13T10:00", "2024-07-16T09:00")).toBe(
      `${desk}本日は、土曜日のため、お休みです。次の受付は、7月16日、火曜日、午前9時からです。${form}`,
    );
  });

  test("over the turn of the year", () => {
    expect(closed("年末年始", "2024-12-30T10:00", "2025-01-06T09:00")).toBe(
      `${desk}本日は、年末年始のため、お休みです。次の受付は、1月6日、月曜日、午前9時からです。${form}`,
    );
  });

  test("before the desk opens", () => {
    expect(closed("受付時間外", "2024-07-16T08:59", "2024-07-16T09:00")).toBe(
      `${desk}ただいまは、受付時間外です。次の受付は、本日、午前9時からです。${form}`,
    );
  });

  test("after it has closed, the day before it opens again", () => {
    expect(closed("受付時間外", "2024-07-16T17:00", "2024-07-17T09:00")).toBe(
      `${desk}本日の受付は、終了しました。次の受付は、明日、7月17日、水曜日、午前9時からです。${form}`,
    );
  });

  test("after it has closed on a Friday before a long weekend", () => {
    expect(closed("受付時間外", "2024-07-12T17:00", "2024-07-16T09:00")).toBe(
      `${desk}本日の受付は、終了しました。次の受付は、7月16日、火曜日、午前9時からです。${form}`,
    );
  });

  test("on a day that a supervisor closed, whichever way the reason was written", () => {
    const sentence = `${desk}本日は、台風の接近のため、お休みです。次の受付は、明日、8月17日、土曜日、午後1時からです。${form}`;
    expect(closed("台風の接近", "2024-08-16T10:00", "2024-08-17T13:00")).toBe(sentence);
    expect(closed("台風の接近のため", "2024-08-16T10:00", "2024-08-17T13:00")).toBe(sentence);
  });
});

test("without a reason the caller hears the hours that the settings name", () => {
  expect(phrases.closedWithoutReason).toBe(
    `${desk}ただいまは、受付時間外です。受付は、土曜、日曜、祝日、年末年始を除く、午前9時から午後5時までです。${form}`,
  );
});

test("an open desk says its name and the recording, and no more, in fewer than 60 characters", () => {
  const spoken = phrases.greeting + phrases.recordingNotice;
  expect(spoken).toBe(`${desk}この通話は録音します。`);
  expect(spoken.length).toBeLessThan(60);
});

test("no voice is given Latin letters to spell out", () => {
  const { menu, callbackDialogue: dialogue, whisper } = phrases;
  const spoken = [
    phrases.greeting,
    phrases.hold,
    phrases.transferBusy,
    menu.choose,
    menu.chooseAgain,
    menu.formerEnded,
    dialogue.peopleWaiting("3"),
    dialogue.offer,
    dialogue.confirm("ゼロ、サン"),
    dialogue.typeNumber,
    dialogue.unusable,
    dialogue.notTaken,
    dialogue.failed,
    dialogue.kept,
    whisper.app,
    whisper.points,
    whisper.former,
    whisper.operator,
    whisper.returning,
    whisper.openCase("4198-4829-1374"),
    phrases.recordingNotice,
    phrases.waiting,
    phrases.closedWithoutReason,
    phrases.cannotConnect,
    closed("海の日", "2024-07-15T10:00", "2024-07-16T09:00"),
  ];
  for (const text of spoken) expect(text).not.toMatch(/[A-Za-z]/);
});

test("the menu names the keys that the flow takes, once each", () => {
  expect(phrases.menu.choose.match(/\d/g)).toEqual(["1", "2", "3", "0"]);
  expect(phrases.menu.chooseAgain.match(/\d/g)).toEqual(["1", "2", "3", "0"]);
});

test("a sentence about a call back that may not be kept promises none and says what goes on", () => {
  const { notTaken, failed, unusable } = phrases.callbackDialogue;
  for (const text of [notTaken, failed]) expect(text).toContain("引き続き、担当者におつなぎします。");
  for (const text of [notTaken, failed, unusable]) expect(text).not.toMatch(/かけ直します|承りました/);
});

test("an operator hears few words: the longest choice, a returning caller and a case take under 40 characters", () => {
  const { whisper } = phrases;
  const choices = [whisper.app, whisper.points, whisper.former, whisper.operator];
  const longest = Math.max(...choices.map(({ length }) => length));
  expect(longest + whisper.returning.length + whisper.openCase("4198-4829-1374").length).toBeLessThan(40);
});

describe("the receipt mail", () => {
  const receipt = { receiptNumber: "R-0001", answerBy: instant("2024-07-19T17:00") };
  const mail = phrases.receiptMail({ ...receipt, language: "ja" });

  test("has a subject with the receipt number and nothing of the inquirer", () => {
    expect(mail.subject).toBe("【コバトンALKOOマイレージ】お問い合わせを受け付けました（受付番号 R-0001）");
  });

  test("says by when the answer comes and how to reach the desk", () => {
    expect(mail.text).toContain("受付番号: R-0001\n");
    expect(mail.text).toContain("2024年7月19日（金）午後5時まで\n");
    expect(mail.text).toContain("0570-015566");
    expect(mail.text).toContain("午前9時から午後5時まで");
  });

  test.each([
    ["easy", "2024年7月19日（金）午後5時まで", "しつもんを 受け取りました"],
    ["en", "17:00 on Friday, 19 July 2024 (Japan time)", "We have received your inquiry"],
  ] as const)("says the same in the language of the form: %s", (language, moment, heading) => {
    const { subject, text } = phrases.receiptMail({ ...receipt, language });
    expect(subject).toContain(heading);
    expect(subject).toContain("R-0001");
    for (const said of ["R-0001", moment, "0570-015566"]) expect(text).toContain(said);
  });
});
