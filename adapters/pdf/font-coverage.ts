/**
 * The characters that a TrueType font has a glyph for: its character map of whole Unicode, which is subtable format 12 of
 * the table `cmap` (OpenType specification, "cmap — Character to Glyph Index Mapping Table"). Throws for a font without one.
 */
export function charactersOf(font: Uint8Array): (codePoint: number) => boolean {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const groups = groupsOf(view, segmentedCoverage(view, tableOffset(view, "cmap")));
  return (codePoint) =>
    groups.some(({ first, last, glyph }) => codePoint >= first && codePoint <= last && glyph !== 0);
}

interface Group {
  readonly first: number;
  readonly last: number;
  /** Of the first character; 0 is the glyph for what is missing. */
  readonly glyph: number;
}

/** The font's table directory begins after 12 bytes and holds 16 bytes a table: tag, checksum, offset, length. */
function tableOffset(view: DataView, tag: string): number {
  for (let entry = 12; entry < 12 + 16 * view.getUint16(4); entry += 16) {
    const name = String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(entry + index)));
    if (name === tag) return view.getUint32(entry + 8);
  }
  throw new Error(`The font has no table ${tag}.`);
}

/** Where the first subtable of format 12 lies. The map's own directory holds 8 bytes a subtable, the offset last. */
function segmentedCoverage(view: DataView, map: number): number {
  for (let index = 0; index < view.getUint16(map + 2); index++) {
    const subtable = map + view.getUint32(map + 4 + 8 * index + 4);
    if (view.getUint16(subtable) === 12) return subtable;
  }
  throw new Error("The font's character map does not reach beyond the first 65,536 characters.");
}

function groupsOf(view: DataView, subtable: number): Group[] {
  return Array.from({ length: view.getUint32(subtable + 12) }, (_, index) => {
    const group = subtable + 16 + 12 * index;
    return {
      first: view.getUint32(group),
      last: view.getUint32(group + 4),
      glyph: view.getUint32(group + 8),
    };
  });
}
