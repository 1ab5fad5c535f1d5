import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { formatInstant, formatMinute, parseInstant } from "../../domain/japan-time.ts";
import type { ReportEntry } from "../../domain/report/delivery/report-log.ts";
import { fingerprint, mailerOf, reportLogOf, reportsOf } from "../../lambdas/edge/composition.ts";
import { approveReport } from "../../usecases/reports/approve-report.ts";
import { approvedReports, fetchReport } from "../../usecases/reports/approved-reports.ts";
import { staffCodeNamed } from "../../domain/staff-code.ts";
import { reportHelp, reportNameOf } from "./report-publish.ts";
import { roleOf } from "./staff-role.ts";
import { commonOptions, done, readWords, type Verb, wrongUse } from "./verb.ts";
import { type Desk, deskOptions, withDesk } from "./with-desk.ts";

const options = { ...commonOptions, ...deskOptions } as const;

export const reportApprove: Verb = {
  name: "report approve",
  help: `report approve NAME --staff CODE [--revision N] [--environment NAME] [--at INSTANT | --deployed] [--json]
Approves the latest revision of a report: the prefecture sees it and is told by mail. Only a supervisor may, by the roster of
the environment (dev unless it is named). --revision N: only if N is the latest, the one that was looked at. --at: as if it were that time at the desk of the state folder.
${reportHelp}`,
  async run(words) {
    const read = readWords(words, ["NAME"], {
      ...options,
      staff: { type: "string" },
      revision: { type: "string" },
      environment: { type: "string" },
      at: { type: "string" },
    } as const);
    if (!read.ok) return wrongUse(read.problem);
    const { positionals, values } = read.value;
    const { staff, environment = "dev" } = values;
    if (staff === undefined) return wrongUse("--staff CODE is missing: say who approves it.");
    if (values.deployed && values.at !== undefined) return wrongUse("--at is for the state folder only.");
    const at = values.at === undefined ? undefined : parseInstant(values.at);
    if (at && !at.ok) return wrongUse(at.problem);
    return withDesk(values, async (desk) => {
      const role = roleOf(desk.programme.id, environment, staff);
      if (!role.ok) return wrongUse(role.problem);
      const approved = await approveReport({
        ...servicesOf(desk),
        ...(at && { clock: { now: () => at.value } }),
        sha256: fingerprint,
        mailer: mailerOf(),
      })({
        report: reportNameOf(positionals[0]),
        ...(values.revision !== undefined && { revision: Number(values.revision) }),
        staff,
        role: role.value,
      });
      if (!approved.ok) return wrongUse(approved.problem);
      const { approval, delivery } = approved.value;
      if (values.json) return done(JSON.stringify({ ...approval, at: formatInstant(approval.at), delivery }));
      const told = delivery === "delivered" ? `通知 ${approval.to.length} 通` : "通知は送信中";
      return done(`${approval.report} 第${approval.revision}版を ${approval.by} が承認しました（${told}）`);
    });
  },
};

export const reportLog: Verb = {
  name: "report log",
  help: `report log NAME [--deployed] [--json]
Shows what happened to a report: built, approved, delivered, reminded, fetched. --json: one entry a line.
${reportHelp}`,
  async run(words) {
    const read = readWords(words, ["NAME"], options);
    if (!read.ok) return wrongUse(read.problem);
    const { positionals, values } = read.value;
    return withDesk(values, async ({ programme, world }) => {
      const entries = await reportLogOf(world).of(programme.id, reportNameOf(positionals[0]));
      return done(
        ...entries.map((entry) =>
          values.json ? JSON.stringify({ ...entry, at: formatInstant(entry.at) }) : inWords(entry),
        ),
      );
    });
  },
};

export const reportFetch: Verb = {
  name: "report fetch",
  help: `report fetch NAME --out DIR --staff CODE [--deployed] [--json]
Takes the files of the approved revision of a report into DIR, to hand them over, and writes down who took them.
${reportHelp}`,
  async run(words) {
    const read = readWords(words, ["NAME"], {
      ...options,
      out: { type: "string" },
      staff: { type: "string" },
    } as const);
    if (!read.ok) return wrongUse(read.problem);
    const { positionals, values } = read.value;
    const { out, staff } = values;
    if (out === undefined) return wrongUse("--out DIR is missing: name the folder for the report's files.");
    const by = staffCodeNamed(staff ?? "");
    if (!by.ok) return wrongUse(by.problem);
    return withDesk(values, async (desk) => {
      const services = servicesOf(desk);
      const name = reportNameOf(positionals[0]);
      const approved = (await approvedReports(services)()).findLast(
        ({ manifest }) => manifest.report === name,
      );
      if (!approved) return wrongUse(`No revision of ${name} is approved: approve one first.`);
      const { report, revision, files } = approved.manifest;
      await mkdir(out, { recursive: true });
      for (const { name: file } of files) {
        const bytes = await fetchReport(services)({ report, revision, file, by: by.value });
        if (!bytes.ok) return wrongUse(bytes.problem);
        await writeFile(join(out, file), bytes.value);
      }
      return done(
        values.json
          ? JSON.stringify({ report, revision, files: files.map((file) => file.name) })
          : `${report} 第${revision}版: ${files.length} ファイル → ${out}`,
      );
    });
  },
};

function servicesOf({ programme, world }: Desk) {
  return { programme, clock: world.clock, reports: reportsOf(world), reportLog: reportLogOf(world) };
}

function inWords(entry: ReportEntry): string {
  return `${formatMinute(entry.at)} 第${entry.revision}版 ${happening(entry)}`;
}

function happening(entry: ReportEntry): string {
  switch (entry.what) {
    case "built":
      return "作成（下書き）";
    case "approved":
      return `承認（${entry.by}）`;
    case "delivering":
      return `通知を送信中 → ${entry.to}（${entry.attempt}回目）`;
    case "not-delivered":
      return `通知に失敗 → ${entry.to}（${entry.attempt}回目）`;
    case "delivered":
      return `通知済み → ${entry.to}`;
    case "reminded":
      return entry.about === "approval" ? "承認の催促" : "受領の催促";
    case "fetched":
      return `受領 ${entry.file}（${entry.by}）`;
  }
}
