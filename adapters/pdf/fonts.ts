import { readFileSync } from "node:fs";
import { join } from "node:path";
import { charactersOf } from "./font-coverage.ts";

/** The weights of Noto Sans JP that a document is set in. */
export type Weight = "regular" | "bold";

export interface Fonts {
  readonly files: Readonly<Record<Weight, Buffer>>;
  /** Whether both weights have a glyph for a character; asked once for each. */
  readonly isInFont: (codePoint: number) => boolean;
}

/** Where the files lie in the npm package `@expo-google-fonts/noto-sans-jp` (SIL Open Font License 1.1). */
export const fontFiles: Readonly<Record<Weight, string>> = {
  regular: "400Regular/NotoSansJP_400Regular.ttf",
  bold: "700Bold/NotoSansJP_700Bold.ttf",
};

/** Reads the fonts from a folder that is laid out like their package. */
export function readFonts(folder: string): Fonts {
  const files = {
    regular: readFileSync(join(folder, fontFiles.regular)),
    bold: readFileSync(join(folder, fontFiles.bold)),
  };
  const [inRegular, inBold] = [charactersOf(files.regular), charactersOf(files.bold)];
  const known = new Map<number, boolean>();
  return {
    files,
    isInFont(codePoint) {
      const answer = known.get(codePoint) ?? (inRegular(codePoint) && inBold(codePoint));
      known.set(codePoint, answer);
      return answer;
    },
  };
}
