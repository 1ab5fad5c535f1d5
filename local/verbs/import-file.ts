import { extname, join, parse as parsePath } from "node:path";
import type { FileLine, Reject } from "../../domain/import/file-line.ts";
import { failure, type Result, success } from "../../domain/result.ts";
import {
  casesOf,
  fingerprint,
  personKeysOf,
  settingsOf,
  specialDaysOf,
  takenInquiriesOf,
} from "../../lambdas/edge/composition.ts";
import type {
  ImportOptions,
  ImportServices,
  ImportSummary,
} from "../../usecases/inquiries/import-inquiries.ts";
import { openCsv } from "../csv-lines.ts";
import { beginRejectsFile } from "../rejects-file.ts";
import { commonOptions, done, failed, type Outcome } from "./verb.ts";
import { type Desk, deskOptions } from "./with-desk.ts";

export const importOptions = {
  ...commonOptions,
  ...deskOptions,
  "dry-run": { type: "boolean" },
  rejects: { type: "string" },
} as const;

/** What `--help` says of them. */
export const importHelp = `Safe to run again: what is in stays as it is. Good lines go in; bad ones are written with line, field, value and reason to
--rejects FILE.csv (default: beside the file, with -rejects in its name).
--dry-run writes nothing to the desk, and rejects only where --rejects names a file: it says what would happen.`;

/** So many rejects are shown; the file has all. */
const shownRejects = 20;

interface Values {
  readonly json?: boolean | undefined;
  readonly rejects?: string | undefined;
  readonly "dry-run"?: boolean | undefined;
}

type Import = (lines: AsyncIterable<FileLine>, options: ImportOptions) => Promise<Result<ImportSummary>>;

/** Takes inquiries from a file that was opened, shows how far it has come, and says what became of its lines. */
export async function importFile(
  path: string,
  lines: AsyncIterable<FileLine>,
  values: Values,
  take: Import,
): Promise<Outcome> {
  const dryRun = values["dry-run"] ?? false;
  const rejectsPath = values.rejects ?? (dryRun ? undefined : defaultRejects(path));
  const rejectsFile = rejectsPath === undefined ? undefined : beginRejectsFile(rejectsPath);
  const shown: Reject[] = [];
  const reject = (one: Reject) => {
    rejectsFile?.add(one);
    if (shown.length < shownRejects) shown.push(one);
  };
  const progress = (count: number) => tell(`${count} 行 …`);
  const summary = await take(lines, { dryRun, reject, progress })
    .catch(async (cause: unknown) => {
      await rejectsFile?.discard();
      throw new Error("It was cut off. What is in stays in: run the same command again.", { cause });
    })
    .finally(() => tell(""));
  if (!summary.ok) {
    await rejectsFile?.discard();
    return failed(`${path}: ${summary.problem}`);
  }
  await rejectsFile?.close();
  const result = { ...summary.value, dryRun, rejectsFile: rejectsPath ?? null, rejects: shown };
  return values.json ? done(JSON.stringify(result)) : done(...inWords(result));
}

/** Opens a table, or says in one line why it cannot be. */
export async function openTable(path: string): Promise<Result<AsyncIterable<FileLine>>> {
  try {
    const file = await openCsv(path);
    return file.ok ? success(file.value.lines) : file;
  } catch (cause) {
    return unreadable(path, cause);
  }
}

/** The sentence for a file that the machine does not give; what else went wrong is thrown on. */
export function unreadable<Value>(path: string, cause: unknown): Result<Value> {
  const { code, syscall } = cause as NodeJS.ErrnoException;
  if (syscall === undefined) throw cause;
  return failure(`${path} cannot be read (${code}): check the path.`);
}

/** What inquiries are taken with, on a desk. */
export function importServices({ programme, world }: Desk): ImportServices {
  return {
    programme,
    clock: world.clock,
    specialDays: specialDaysOf(world),
    cases: casesOf(world),
    taken: takenInquiriesOf(world),
    personKeys: personKeysOf(world),
    sha256: fingerprint,
    settingChanges: settingsOf(world).settingChanges,
  };
}

function defaultRejects(path: string): string {
  const { dir, name } = parsePath(path);
  return join(dir, `${name}${extname(path) === ".csv" ? "" : extname(path).replace(".", "-")}-rejects.csv`);
}

/** Shows a line in the place of the last one, where somebody watches. */
function tell(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}`);
}

function inWords(result: {
  readonly lines: number;
  readonly new: number;
  readonly unchanged: number;
  readonly differing: number;
  readonly rejected: number;
  readonly unknownHeadings: readonly string[];
  readonly dryRun: boolean;
  readonly rejectsFile: string | null;
  readonly rejects: readonly Reject[];
}): string[] {
  const { lines, unchanged, differing, rejected, unknownHeadings, dryRun, rejectsFile, rejects } = result;
  const [isNew, begins] = dryRun ? ["新規の見込み", "試行（書込みなし）: "] : ["新規", ""];
  const more = differing + rejected - rejects.length;
  return [
    `${begins}${lines} 行: ${isNew} ${result.new} 件、取込済み ${unchanged} 件、内容違い ${differing} 件、不備 ${rejected} 件`,
    ...(unknownHeadings.length > 0 ? [`読まなかった列: ${unknownHeadings.join("、")}`] : []),
    ...rejects.map(({ line, field, reason }) => `${line} 行目 ${field}: ${reason}`),
    ...(more > 0 ? [`ほか ${more} 件以上`] : []),
    ...(rejectsFile !== null && differing + rejected > 0 ? [`不備の一覧 → ${rejectsFile}`] : []),
  ];
}
