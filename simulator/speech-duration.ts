/**
 * How long a Japanese prompt takes to speak, estimated from its text: the same text always gives the same seconds.
 *
 * The rate is assumed: 7 morae a second with short pauses. It agrees with the announcers' rule of thumb of 300
 * characters of mixed kanji and kana a minute (quoted as NHK's by voice-scale.blogspot.com, 2022-08), which a test
 * checks. Measure the deployed voice before quoting seconds to anybody.
 */
const moraePerSecond = 7;

/** Pauses in seconds (assumed). */
const pauses: ReadonlyMap<string, number> = new Map([
  ["、", 0.25],
  [",", 0.25],
  ["。", 0.5],
  [".", 0.5],
  ["！", 0.5],
  ["？", 0.5],
  ["\n", 0.5],
]);

/** Morae by kind of character; anything else, such as brackets and spaces, is not spoken. Tried in order. */
const readings: readonly { readonly pattern: RegExp; readonly morae: number }[] = [
  // Small kana share the mora of the kana before them: しゃ is one.
  { pattern: /[ぁぃぅぇぉゃゅょゎァィゥェォャュョヮ]/u, morae: 0 },
  { pattern: /[\p{Script=Hiragana}\p{Script=Katakana}ー]/u, morae: 1 },
  // Most readings, Chinese or Japanese, have two: 県(けん), 電(でん), 話(わ), 康(こう).
  { pattern: /[\p{Script=Han}々]/u, morae: 2 },
  // Read one by one each digit fills two: ゼロ いち にー さん よん ごー ろく なな はち きゅう.
  { pattern: /[0-9０-９]/u, morae: 2 },
  // Letters are spelled out: エー, ビー, シー.
  { pattern: /[A-Za-zＡ-Ｚａ-ｚ]/u, morae: 2 },
];

/** Seconds, rounded up to tenths, that a voice needs for plain Japanese text. Nothing takes 0 seconds. */
export function speechSeconds(text: string): number {
  let morae = 0;
  let pauseSeconds = 0;
  for (const character of text) {
    pauseSeconds += pauses.get(character) ?? 0;
    morae += readings.find(({ pattern }) => pattern.test(character))?.morae ?? 0;
  }
  return roundedUp(morae / moraePerSecond + pauseSeconds);
}

/** The words of an SSML prompt without its tags, and the seconds of its `<break time="…">` pauses. */
export function readSsml(ssml: string): { readonly text: string; readonly breakSeconds: number } {
  let breakSeconds = 0;
  for (const [, amount = "0", unit] of ssml.matchAll(/<break\b[^>]*\btime="([\d.]+)(ms|s)"/g))
    breakSeconds += Number(amount) / (unit === "ms" ? 1000 : 1);
  return { text: ssml.replaceAll(/<[^>]*>/g, "").trim(), breakSeconds: roundedUp(breakSeconds) };
}

function roundedUp(seconds: number): number {
  return Math.ceil(Math.round(seconds * 1000) / 100) / 10;
}
