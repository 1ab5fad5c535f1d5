import { execSync } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { fontFiles, readFonts } from "../../../adapters/pdf/fonts.ts";
import { bundledFontsCommand, deployedFontFolder } from "../../../lib/constructs/bundled-fonts.ts";

test("the command lays beside a bundle the fonts that documents are set in, with their licence and nothing else", () => {
  const folder = mkdtempSync(join(tmpdir(), "bundle with 'a' space-"));
  try {
    execSync(bundledFontsCommand(folder));
    const fonts = join(folder, basename(deployedFontFolder));
    const { isInFont } = readFonts(fonts);
    expect(isInFont("県".codePointAt(0)!)).toBe(true);
    const laid = globSync("**/*.*", { cwd: fonts }).toSorted();
    expect(laid).toEqual(Object.values(fontFiles).toSorted());
    expect(readFileSync(join(fonts, "LICENSE_FONT"), "utf8")).toContain("SIL OPEN FONT LICENSE");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
