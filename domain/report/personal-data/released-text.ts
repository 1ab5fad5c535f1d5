import type { TextRelease } from "../../case/text-release.ts";
import { textFingerprint } from "../../text-fingerprint.ts";

/** What stands in the place of a text that nobody has checked yet. */
const withheld = "（個人情報の確認待ち）";

/**
 * A free text as a report may show it: what was released of exactly this text (decision 0018); where nothing was, a note that
 * says so; null where there is no text. Every table that shows free text asks here, with the releases of its case.
 */
export function releasedText(
  text: string | undefined,
  releases: readonly TextRelease[] | undefined,
): string | null {
  if (text === undefined) return null;
  return releaseOf(text, releases)?.text ?? withheld;
}

/** The release of exactly this text. */
export function releaseOf(
  text: string,
  releases: readonly TextRelease[] | undefined,
): TextRelease | undefined {
  if (releases === undefined || releases.length === 0) return undefined;
  const of = textFingerprint(text);
  return releases.find((release) => release.of === of);
}
