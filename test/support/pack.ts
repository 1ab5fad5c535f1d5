import { parse } from "csv-parse/sync";
import type { Contact } from "../../domain/contact/contact.ts";
import type { Manifest } from "../../domain/report/manifest.ts";
import { monthlyPlan } from "../../domain/report/report-plan.ts";
import { kobatonAlkoo } from "../../programmes/kobaton-alkoo/programme.ts";
import { buildReport } from "../../usecases/build-report.ts";
import { recordContact } from "../../usecases/record-contact.ts";
import type { aDesk } from "./desk.ts";

/** A month's CSV files, read by a public parser, and its manifest. */
export interface Pack {
  readonly manifest: Manifest;
  readonly rows: (file: string) => Record<string, string>[];
}

/** Builds the report of a month from a desk. */
export async function packOf(desk: ReturnType<typeof aDesk>, month: string): Promise<Pack> {
  const plan = monthlyPlan(kobatonAlkoo, month);
  if (!plan.ok) throw new Error(plan.problem);
  const report = await buildReport(desk)(plan.value, async ({ manifest, files }) => ({
    manifest,
    files: new Map(
      await Promise.all(
        files.map(async (file) => [file.name, Buffer.concat(await Array.fromAsync(file.read()))] as const),
      ),
    ),
  }));
  return {
    manifest: report.manifest,
    rows(name) {
      const bytes = report.files.get(name);
      if (!bytes) throw new Error(`There is no ${name}.`);
      return parse(bytes, { bom: true, columns: true });
    },
  };
}

/** Records contacts at a desk. */
export async function takes(desk: ReturnType<typeof aDesk>, ...contacts: Contact[]): Promise<void> {
  for (const { programme: _programme, contactId, initiatedAt, ...facts } of contacts) {
    const source = { kind: "record", lastUpdatedAt: initiatedAt + 1 } as const;
    await recordContact(desk)({ contactId, initiatedAt, facts, source });
  }
}
