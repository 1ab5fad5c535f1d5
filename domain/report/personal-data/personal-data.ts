import { addressPatterns } from "./address-patterns.ts";
import { birthPatterns } from "./birth-patterns.ts";
import { type Finding, labelsIn } from "./finding.ts";
import { folded, walledOff, withDigitsOfKanji } from "./folded-text.ts";
import { withoutHarmlessDigits } from "./harmless.ts";
import { namePatterns } from "./name-patterns.ts";
import { postalCodePatterns, runPatterns, telephonePatterns } from "./number-patterns.ts";
import { onlinePatterns } from "./online-patterns.ts";
import type { Pattern } from "./pattern.ts";

/** In this order: what is found first is behind a barrier for those that come later. */
const patterns: readonly Pattern[] = [
  ...onlinePatterns,
  ...birthPatterns,
  ...telephonePatterns,
  ...postalCodePatterns,
  ...addressPatterns,
  ...runPatterns,
  ...namePatterns,
];

/**
 * What in a Japanese text may say who somebody is, in order and apart from each other, full-width and half-width alike
 * (docs/decisions/0018). Where it is unsure, it is a finding. Municipalities alone, receipt numbers, numbers of 0120, 0570 and
 * 0800, amounts, and dates from 2020 on are none.
 *
 * It is a help for whoever releases a text, not a proof: a name that no rule sees is not found.
 *
 * What is masked already stays as it is: the masked text has no findings.
 */
export function personalDataIn(text: string): readonly Finding[] {
  let rest = folded(text);
  for (const { from, to } of labelsIn(text)) rest = walledOff(rest, from, to);
  const findings: Finding[] = [];
  for (let found = true; found; ) {
    found = false;
    for (const each of patterns)
      for (const finding of findingsOf(each, rest)) {
        findings.push(finding);
        rest = walledOff(rest, finding.from, finding.to);
        found = true;
      }
  }
  return findings.sort((one, other) => one.from - other.from);
}

function findingsOf({ kind, expression, readsKanjiDigits, isHarmless }: Pattern, rest: string): Finding[] {
  const digits = kind === "birth-date" || kind === "url" ? rest : withoutHarmlessDigits(rest);
  const read = readsKanjiDigits ? withDigitsOfKanji(digits) : digits;
  return [...read.matchAll(expression)].flatMap((match) => {
    const [from = 0, to = 0] = match.indices?.groups?.["x"] ?? match.indices?.[0] ?? [];
    return from === to || isHarmless?.(rest.slice(from, to)) ? [] : [{ kind, from, to }];
  });
}
