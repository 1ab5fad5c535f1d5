import { failure, type Result, success } from "../result.ts";
import { textFingerprint } from "../text-fingerprint.ts";
import type { Case } from "./case.ts";
import type { TextRelease } from "./text-release.ts";

/** A free text of a case that reports show: 相談内容, or the question or the answer of an escalation, by its number. */
export interface CaseText {
  /** `content`, `question-1`, `answer-1`. */
  readonly name: string;
  readonly text: string;
}

/** The free texts of a case, in the order in which they came. */
function textsOf({ content, escalations = [] }: Case): CaseText[] {
  return [
    ...(content === undefined ? [] : [{ name: "content", text: content }]),
    ...escalations.flatMap((escalation) => [
      { name: `question-${escalation.number}`, text: escalation.question },
      ...(escalation.state === "asked"
        ? []
        : [{ name: `answer-${escalation.number}`, text: escalation.answer }]),
    ]),
  ];
}

/** The text of a case with a name. */
export function textNamed(kept: Case, name: string): Result<CaseText> {
  const texts = textsOf(kept);
  const found = texts.find((one) => one.name === name);
  if (found) return success(found);
  const known = texts.map((one) => one.name).join(", ") || "none yet";
  return failure(`The case has no text "${name}"; it has ${known}.`);
}

/** The free texts of a case of which nothing was released, as they are now. */
export function unreleasedTexts(kept: Case): CaseText[] {
  const released = new Set((kept.releases ?? []).map(({ of }) => of));
  return textsOf(kept).filter(({ text }) => !released.has(textFingerprint(text)));
}

/**
 * The next version of a case of which a text may be shown as `release` says; an earlier release of the same text is replaced,
 * and those of texts that the case no longer has are gone.
 */
export function textReleased(kept: Case, release: TextRelease): Case {
  const current = new Set(textsOf(kept).map(({ text }) => textFingerprint(text)));
  const others = (kept.releases ?? []).filter(({ of }) => of !== release.of && current.has(of));
  return {
    ...kept,
    releases: [...others, release],
    history: [...kept.history, { at: release.at, what: "text-released", by: release.by }],
    version: kept.version + 1,
  };
}
