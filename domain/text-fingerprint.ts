/**
 * Names a text by 64 bits and its length: enough to see that it is still the one that somebody looked at, and no second copy of
 * what may be personal data. Two FNV-1a sums from different beginnings. It hides nothing from whoever has the text, and need not.
 */
export function textFingerprint(text: string): string {
  let [one, other] = [0x811c9dc5, 0x050c5d1f];
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x01000193) ^ (other >>> 15);
  }
  const hexadecimal = (sum: number) => (sum >>> 0).toString(16).padStart(8, "0");
  return `${text.length}-${hexadecimal(one)}${hexadecimal(other)}`;
}
