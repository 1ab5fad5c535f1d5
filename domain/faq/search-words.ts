/**
 * What of a Japanese text is compared when it is searched.
 *
 * Half-width and full-width, capital and small letters, ひらがな and カタカナ are one (Unicode NFKC, and a shift by 0x60). A
 * text becomes its pairs of neighbouring characters and its words. Pairs find a word in all its inflections, for 忘れた and
 * 忘れる share 忘れ, and words that no dictionary knows; words weigh more, for they are what was meant.
 */
export function searchTerms(text: string): string[] {
  const folded = foldedText(text);
  return runsOf(folded).flatMap((run) => [...pairsOf(run), ...wordsOf(run)]);
}

/** A text in which all spellings of one word are the same. */
export function foldedText(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[ぁ-ゖゝゞ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))
    .replaceAll("ヶ", "ケ")
    .replaceAll("ヵ", "カ");
}

/** The stretches between spaces and signs; what stands on two sides of one belongs together in no word. */
function runsOf(folded: string): string[] {
  return folded.match(/[\p{L}\p{N}\p{M}ー]+/gu) ?? [];
}

/** A single character is its own pair, so that it is found where it stands alone. */
function pairsOf(run: string): string[] {
  const characters = Array.from(run);
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

const segmenter = new Intl.Segmenter("ja", { granularity: "word" });

/** Words of three characters or more; a shorter one is a pair already. They are marked, to be told from pairs. */
function wordsOf(run: string): string[] {
  return [...segmenter.segment(run)].flatMap(({ segment }) =>
    Array.from(segment).length > 2 ? [`_${segment}`] : [],
  );
}
