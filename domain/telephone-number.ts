import { failure, type Result, success } from "./result.ts";

/**
 * Reads a Japanese telephone number as people write it, in full-width digits and with hyphens too, and gives it in E.164.
 * The prefixes 184 and 186, which hide or show the caller's number for one call, are left out. A number in E.164 is taken
 * as it is, whichever its country.
 */
export function parseTelephoneNumber(text: string): Result<string> {
  const dialled = text.normalize("NFKC").replace(/[\s()\-‐‑–—―−ー]/g, "");
  if (/^\+\d{5,15}$/.test(dialled)) return success(dialled);
  const national = dialled.replace(/^18[46](?=0)/, "");
  return /^0\d{9,10}$/.test(national)
    ? success(`+81${national.slice(1)}`)
    : failure("電話番号は、0から始まる10桁か11桁で入力してください。例：090-1234-5678");
}

/**
 * Numbers at which somebody in Japan can be called, as they are dialled at home. Source: the Ministry of Internal Affairs
 * and Communications' table of kinds of number (https://www.soumu.go.jp/joho_tsusin/top/tel_number), and its opening of
 * 060 to mobile telephones.
 */
const callable: readonly RegExp[] = [
  // 固定電話番号, 0ABCDEFGHJ: neither A nor B is 0, and 091 is for lines between networks.
  /^0(?!91)[1-9][1-9]\d{7}$/,
  // 音声伝送携帯電話番号, 0A0CDEFGHJK without a 0 after the prefix; 0800 is free of charge and takes calls only.
  /^0[6789]0[1-9]\d{7}$/,
  // 特定IP電話番号.
  /^050[1-9]\d{7}$/,
  // FMC電話番号.
  /^0600\d{7}$/,
];

/** 付加的役務電話番号, 0AB0…, where AB is 12, 17, 18, 57, 80 or 99: a service, at which nobody can be called back. */
const serviceNumber = /^0(?:12|17|18|57|80|99)0/;

/**
 * Reads a number to which a call back can be made and gives it in E.164. Refused are numbers of services (0120, 0570,
 * 0800, 0990 …), three-digit and emergency numbers, pagers and machines (020), carriers' prefixes (00), other countries,
 * and what has too few or too many digits.
 */
export function parseCallableNumber(text: string): Result<string> {
  const parsed = parseTelephoneNumber(text);
  if (!parsed.ok) return parsed;
  const national = nationalNumber(parsed.value);
  return national !== undefined &&
    !serviceNumber.test(national) &&
    callable.some((pattern) => pattern.test(national))
    ? success(`+81${national.slice(1)}`)
    : failure("この番号には折り返しできません。ご自宅か携帯電話の番号を入力してください。例：090-1234-5678");
}

/** How each digit is said when a number is read out: no two sound alike, and none is too short to be heard. */
const spokenDigits = ["ゼロ", "イチ", "ニー", "サン", "ヨン", "ゴー", "ロク", "ナナ", "ハチ", "キュウ"];

/**
 * A callable number in E.164 as it is read back: digit by digit, with a longer pause after each group, such as
 * `ゼロ、キュウ、ゼロ。イチ、ニー、サン、ヨン。ゴー、ロク、ナナ、ハチ`. Area codes have two to five digits; all but
 * Tokyo's and Osaka's are taken to have three, as in Saitama.
 */
export function spokenTelephoneNumber(number: string): string {
  const groups = groupsOf(nationalNumber(number) ?? number);
  return groups
    .map((group) => Array.from(group, (digit) => spokenDigits[Number(digit)]).join("、"))
    .join("。");
}

function groupsOf(national: string): string[] {
  const area = /^0[36]/.test(national) && national.length === 10 ? 2 : 3;
  return [national.slice(0, area), national.slice(area, -4), national.slice(-4)];
}

/** `09012345678` of a Japanese number in E.164, also of one that kept its 0; undefined for other countries. */
function nationalNumber(number: string): string | undefined {
  return number.startsWith("+81") ? `0${number.slice("+81".length).replace(/^0/, "")}` : undefined;
}
