import { failure, type Result, success } from "./result.ts";

/**
 * Reads a Japanese telephone number as people write it, in full-width digits and with hyphens too, and gives it in E.164.
 * The prefixes 184 and 186, which hide or show the caller's number for one call, are left out.
 */
export function parseTelephoneNumber(text: string): Result<string> {
  const dialled = text.normalize("NFKC").replace(/[\s()\-‐‑–—―−ー]/g, "");
  if (/^\+\d{5,15}$/.test(dialled)) return success(dialled);
  const national = dialled.replace(/^18[46](?=0)/, "");
  return /^0\d{9,10}$/.test(national)
    ? success(`+81${national.slice(1)}`)
    : failure("電話番号は、0から始まる10桁か11桁で入力してください。例：090-1234-5678");
}
