import { describe, expect, test } from "vitest";
import { readSsml, speechSeconds } from "../../simulator/speech-duration.ts";

describe("how long a prompt takes", () => {
  // Seven morae a second: the readings are counted by hand.
  test.each([
    ["", 0],
    ["「」 ", 0],
    ["おまちください", 1], // o-ma-chi-ku-da-sa-i
    ["おでんわありがとうございます", 2], // 14
    ["しゅうりょう", 0.6], // shu-u-ryo-u: 4 / 7 = 0.571
    ["コールセンター", 1], // ko-o-ru-se-n-ta-a
    ["電話", 0.6], // 2 + 2
    ["0570", 1.2], // 8 / 7 = 1.143
    ["ください、", 0.9], // 4 / 7 + 0.25 = 0.821
    ["ください。", 1.1], // 4 / 7 + 0.5 = 1.071
  ])("%s takes %d seconds", (text, seconds) => {
    expect(speechSeconds(text)).toBe(seconds);
  });

  test("the rate agrees with the announcers' rule of 300 characters a minute within a fifth", () => {
    const text =
      "お電話ありがとうございます。こちらは、埼玉県の健康マイレージ相談窓口です。ただいまの時間は、受付を終了しております。" +
      "受付時間は、土曜日、日曜日、祝日を除く、午前九時から午後五時までです。恐れ入りますが、受付時間内におかけ直しください。";
    expect(text.length).toBeGreaterThan(100);
    const expected = (text.length / 300) * 60;
    expect(Math.abs(speechSeconds(text) - expected) / expected).toBeLessThan(0.2);
  });

  test("SSML is heard without its tags, and its breaks are added up", () => {
    expect(
      readSsml('<speak>おまち<break time="500ms"/>ください<break strength="weak" time="1.5s"/></speak>'),
    ).toEqual({
      text: "おまちください",
      breakSeconds: 2,
    });
  });
});
