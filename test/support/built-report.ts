import { parse } from "csv-parse/sync";
import type { Manifest } from "../../domain/report/contents/manifest.ts";
import { planNamed } from "../../domain/report/plan/plan-named.ts";
import { kobatonAlkoo } from "../../programmes/kobaton-alkoo/programme.ts";
import { buildReport } from "../../usecases/reports/build-report.ts";
import { publishReport } from "../../usecases/reports/publish-report.ts";
import type { aDesk } from "./desk.ts";

type Desk = ReturnType<typeof aDesk>;

/** A report of any kind as its files are, with a public CSV parser to read them. */
export interface BuiltReport {
  readonly manifest: Manifest;
  readonly names: readonly string[];
  readonly file: (name: string) => Buffer;
  /** The bytes of a file, as Latin text: equal where the bytes are. */
  readonly bytes: (file: string) => string;
  readonly rows: (file: string) => Record<string, string>[];
}

function planOf(name: string) {
  const plan = planNamed(kobatonAlkoo, name);
  if (!plan.ok) throw new Error(plan.problem);
  return plan.value;
}

/** Builds a report by its name. */
export function builtReport(desk: Desk, name: string): Promise<BuiltReport> {
  return buildReport(desk)(planOf(name), async ({ manifest, files }) => {
    const read = files.map(
      async (file) => [file.name, Buffer.concat(await Array.fromAsync(file.read()))] as const,
    );
    return withReaders(manifest, new Map(await Promise.all(read)));
  });
}

/** Publishes a report by its name, and gives it as it is kept. */
export async function publishedReport(desk: Desk, name: string): Promise<BuiltReport> {
  return keptReport(desk, await publishReport(desk)(planOf(name)));
}

/** A published report as it is kept now. */
export async function keptReport(desk: Desk, manifest: Manifest): Promise<BuiltReport> {
  const { programme, report, revision, files } = manifest;
  const read = files.map(async (file) => {
    const bytes = await desk.reports.read(programme, report, revision, file.name);
    return [file.name, Buffer.from(bytes ?? [])] as const;
  });
  return withReaders(manifest, new Map(await Promise.all(read)));
}

function withReaders(manifest: Manifest, files: ReadonlyMap<string, Buffer>): BuiltReport {
  const find = (name: string) => {
    const bytes = files.get(name);
    if (!bytes) throw new Error(`There is no ${name} among ${[...files.keys()].join(", ")}.`);
    return bytes;
  };
  return {
    manifest,
    names: [...files.keys()],
    file: find,
    bytes: (name) => find(name).toString("latin1"),
    rows: (name) => parse(find(name), { bom: true, columns: true }),
  };
}
