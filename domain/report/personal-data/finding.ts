/** What kind of personal data a piece of text may be. "number" is a card, an account, a My Number, or any run of digits like them. */
export type PersonalDataKind =
  | "telephone"
  | "mail"
  | "postal-code"
  | "address"
  | "name"
  | "birth-date"
  | "account"
  | "number"
  | "url";

/** A piece of a text that may say who somebody is: from `from` up to, not including, `to`, in UTF-16 units as of `String.slice`. */
export interface Finding {
  readonly kind: PersonalDataKind;
  readonly from: number;
  readonly to: number;
}

/** What each kind is called in Japanese; it stands in the place of what was masked. */
export const personalDataNames: Readonly<Record<PersonalDataKind, string>> = {
  telephone: "電話番号",
  mail: "メールアドレス",
  "postal-code": "郵便番号",
  address: "住所",
  name: "氏名",
  "birth-date": "生年月日",
  account: "アカウント",
  number: "番号",
  url: "リンク",
};

const labels = new RegExp(`［(?:${Object.values(personalDataNames).join("|")})］`, "g");

/** Where earlier masking has left its labels: nothing is found in them, and nothing across them. */
export function labelsIn(text: string): readonly { readonly from: number; readonly to: number }[] {
  return [...text.matchAll(labels)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
}

/** The text with each finding replaced by the name of its kind, as in `［電話番号］`. `findings` are in order and apart. */
export function masked(text: string, findings: readonly Finding[]): string {
  let shown = "";
  let done = 0;
  for (const { kind, from, to } of findings) {
    shown += `${text.slice(done, from)}［${personalDataNames[kind]}］`;
    done = to;
  }
  return shown + text.slice(done);
}

/** How many findings there are of each kind, which says nothing about whom: for logs. */
export function countsByKind(
  findings: readonly Finding[],
): Readonly<Partial<Record<PersonalDataKind, number>>> {
  const counts: Partial<Record<PersonalDataKind, number>> = {};
  for (const { kind } of findings) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
