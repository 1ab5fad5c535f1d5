import { cpSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);
const fontPackage = dirname(require.resolve("@expo-google-fonts/noto-sans-jp/package.json"));

/** What of the package goes with a function: the two weights that documents are set in, and their licence. */
const files = [
  "400Regular/NotoSansJP_400Regular.ttf",
  "700Bold/NotoSansJP_700Bold.ttf",
  "LICENSE_FONT",
] as const;

const fontFolder = "fonts";

/** Where a deployed function finds the fonts: Lambda unpacks a function's code into /var/task (Lambda developer guide, "LAMBDA_TASK_ROOT"). */
export const deployedFontFolder = `/var/task/${fontFolder}`;

/** A shell command that lays the fonts beside a bundle in `folder`, in a folder that is laid out like their package. */
export function bundledFontsCommand(folder: string): string {
  return [process.execPath, import.meta.filename, folder].map((word) => JSON.stringify(word)).join(" ");
}

function layBeside(bundleFolder: string): void {
  for (const file of files) {
    const target = join(bundleFolder, fontFolder, file);
    cpSync(join(fontPackage, file), target, { recursive: true });
  }
}

const [, , bundleFolder] = process.argv;
if (import.meta.main && bundleFolder !== undefined) layBeside(bundleFolder);
