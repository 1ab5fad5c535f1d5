import { pattern } from "./characters.ts";
import type { Pattern } from "./pattern.ts";

const accountWords =
  "(?<![A-Za-z])(?:ID|Id|id)|アカウント名?|会員番号|参加者番号|参加番号|登録番号|口座番号|口座|暗証番号|パスワード|認証コード|PIN|ユーザー名|ユーザ名|(?<![A-Za-z])LINE";

/** Mail addresses, links that lead to one person's page, and the names and words with which somebody signs in. */
export const onlinePatterns: readonly Pattern[] = [
  {
    kind: "url",
    expression: pattern("(?:https?://|www\\.)[!-;=?-~]{1,500}"),
    isHarmless: isPublicLink,
  },
  {
    kind: "mail",
    expression: pattern(
      "[A-Za-z0-9!#$%&'*+/=?^_`{|}~.\\-]{1,64}\\s?(?:@|\\(at\\)|\\[at\\]|アットマーク|アット)\\s?[A-Za-z0-9\\-]{2,63}(?:\\s?(?:\\.|ドット|\\(dot\\))\\s?[A-Za-z0-9\\-]{2,63}){0,5}",
    ),
  },
  { kind: "account", expression: pattern("@[A-Za-z0-9_.]{3,40}") },
  {
    kind: "account",
    expression: pattern(`(?:${accountWords})(?:は|が|:|=|、|「|\\s){0,4}(?<x>[A-Za-z0-9_.\\-]{4,40})`),
  },
];

/** Whether a link is the same for everybody: an address without a question, a place in the page, or a long token. */
function isPublicLink(link: string): boolean {
  return !/[?#@~=]|[0-9]{6}|\/[^/]*(?=[^/]*[0-9])(?=[^/]*[A-Za-z])[A-Za-z0-9_-]{16}/.test(link);
}
