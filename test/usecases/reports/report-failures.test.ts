import { afterAll, describe, expect, test } from "vitest";
import { S3Client } from "@aws-sdk/client-s3";
import { s3Reports } from "../../../adapters/s3/reports.ts";
import { newId } from "../../../adapters/system/ids.ts";
import { temporaryDraft } from "../../../adapters/system/temporary-draft.ts";
import type { Contact } from "../../../domain/contact/contact.ts";
import type { ReportEntry } from "../../../domain/report/delivery/report-log.ts";
import { approveReport } from "../../../usecases/reports/approve-report.ts";
import { approvedReports } from "../../../usecases/reports/approved-reports.ts";
import type { ReportStore } from "../../../usecases/ports/reports.ts";
import { aCloud } from "../../support/cloud.ts";
import { anAnsweredCall } from "../../support/contacts.ts";
import {
  type FaultKind,
  faultKinds,
  faultyCalls,
  faultyDrafts,
  faultyPort,
  InjectedFault,
} from "../../support/faults.ts";
import { aReportingDesk, keepRecords, published, type ReportingDesk } from "../../support/reports.ts";

/**
 * One failure at every call of building, publishing, approving and delivering, before and after the call took effect, alone or
 * with everything stopped: afterwards nothing is half there, and doing it all again leads to one whole revision, one
 * approval and one mail an address (issue 7, "Done when" 2).
 */

const july = "monthly/2024-07";

/** All that is done about a report, from its records to the mail. */
async function publishAndApprove(desk: ReportingDesk): Promise<void> {
  await published(desk, "2024-07");
  const approved = await approveReport(desk)({ report: july, staff: "SV01", role: "supervisor" });
  if (!approved.ok) throw new Error(approved.problem);
}

/** What anybody can see: every manifest is one of a revision whose files are all there, byte for byte. */
async function expectNothingHalf({ programme, reports, sha256 }: ReportingDesk): Promise<number> {
  const manifests = await reports.all(programme.id);
  for (const { report, revision, files } of manifests) {
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) {
      const bytes = await reports.read(programme.id, report, revision, file.name);
      expect(bytes && sha256(bytes), file.name).toBe(file.sha256);
    }
  }
  return manifests.length;
}

function counted(entries: readonly ReportEntry[], what: ReportEntry["what"]): number {
  return entries.filter((entry) => entry.what === what).length;
}

async function expectDoneOnce(desk: ReportingDesk): Promise<number> {
  expect(await expectNothingHalf(desk)).toBe(1);
  expect(await approvedReports(desk)()).toMatchObject([{ manifest: { report: july, revision: 1 } }]);
  const entries = await desk.reportLog.all(desk.programme.id);
  expect([counted(entries, "built"), counted(entries, "approved"), counted(entries, "delivered")]).toEqual([
    1, 1, 2,
  ]);
  const mailsTo = (to: string) => desk.mailer.sent.filter((mail) => mail.to === to).length;
  const told = [mailsTo("one@example.jp"), mailsTo("two@example.jp")];
  expect(Math.min(...told)).toBe(1);
  expect(desk.mailer.sent.length).toBeLessThanOrEqual(3);
  return desk.mailer.sent.length - 2;
}

/** The real one takes a tenth of a second, hundreds of times; what it writes is tested where it is made. */
const aShortDocument = async () => new TextEncoder().encode("a document");

async function aDeskWithRecords(reports?: ReportStore): Promise<ReportingDesk> {
  const desk = aReportingDesk();
  const programme = { ...desk.programme, id: `desk-${newId()}` };
  const own = (contact: Contact): Contact => ({ ...contact, programme: programme.id });
  await keepRecords(
    desk,
    own(anAnsweredCall("c-1", "2024-07-16T10:00")),
    own(anAnsweredCall("c-2", "2024-07-17T10:00")),
  );
  return Object.assign(desk, { programme, writeDocument: aShortDocument }, reports && { reports });
}

/** Lets one call go wrong, then does all of it again half an hour later; what was called, and how many mails went out twice. */
async function withFault(faultAt: number, kind: FaultKind) {
  const desk = await aDeskWithRecords();
  const faults = faultyCalls(faultAt, kind);
  const drafts = faultyDrafts(temporaryDraft, faults);
  const port = <Name extends keyof ReportingDesk>(name: Name) =>
    faultyPort(name, desk[name] as ReportingDesk[Name] & object, faults);
  const faulty: ReportingDesk = {
    ...desk,
    contacts: port("contacts"),
    cases: port("cases"),
    specialDays: port("specialDays"),
    proposals: port("proposals"),
    naviDial: port("naviDial"),
    reports: port("reports"),
    reportLog: port("reportLog"),
    mailer: port("mailer"),
    newDraft: drafts.newDraft,
    writeDocument: () => faults.throughLater("writeDocument", desk.writeDocument),
  };
  const ended = await publishAndApprove(faulty).catch((cause: unknown) => cause);
  drafts.discardAll();
  await expectNothingHalf(desk);
  desk.now += 30 * 60_000;
  await publishAndApprove(desk);
  return { ...faults.calls, ended, twice: await expectDoneOnce(desk) };
}

describe.each(faultKinds)("a failure %s a call", (kind) => {
  test("anywhere leaves the whole report or none, and again is enough", async () => {
    const visited: string[] = [];
    const mailedTwice: string[] = [];
    for (let faultAt = 1; ; faultAt++) {
      const { failed, ended, twice } = await withFault(faultAt, kind);
      if (failed === undefined) {
        expect(ended).toBeUndefined();
        break;
      }
      visited.push(failed);
      expect(rootOf(ended), failed).toBeInstanceOf(InjectedFault);
      if (twice > 0) mailedTwice.push(failed);
    }
    // 31 days of contacts and of cases, the files of the pack, and each step of approving and telling two addresses.
    expect(visited.length).toBeGreaterThan(100);
    for (const step of [
      "contacts.ofDay",
      "cases.ofDay",
      "specialDays.all",
      "newDraft",
      "draft.append",
      "writeDocument",
      "draft.finish",
      "draft.discard",
      "reports.latest",
      "reports.publish",
      "file.read",
      "reports.read",
      "reportLog.append",
      "reportLog.of",
      "mailer.send",
    ])
      expect(visited.map((call) => call.split(" ")[0])).toContain(step);
    expect(mailedTwice).toEqual(mailsThatGoTwice[kind]);
  });
});

/**
 * The only places after which an address is told twice, once for each of the two: the mail went out and it could not be
 * said, by the mail service or in the log. Nowhere is an address never told.
 */
const mailsThatGoTwice: Readonly<Record<FaultKind, readonly string[]>> = {
  before: ["reportLog.append", "reportLog.append"],
  after: ["mailer.send", "mailer.send"],
  "stopped before": ["reportLog.append", "reportLog.append"],
  "stopped after": ["mailer.send", "mailer.send"],
};

function rootOf(cause: unknown): unknown {
  return cause instanceof Error && cause.cause !== undefined ? rootOf(cause.cause) : cause;
}

/** The same with the store of the deployed service, whose publishing is a call a file: each command to S3 goes wrong once. */
describe("a failure of one command to S3", async () => {
  const { environment } = await aCloud();
  const bucket = environment["REPORT_BUCKET"] ?? "";
  const sound = new S3Client({});
  afterAll(() => sound.destroy());

  async function withFaultInS3(faultAt: number, kind: FaultKind, comesLate: boolean) {
    const faults = faultyCalls(faultAt, kind);
    const client = new S3Client({});
    client.middlewareStack.add(
      (next, { commandName }) =>
        (words) =>
          faults.throughLater(String(commandName), () => next(words)),
      { step: "initialize" },
    );
    const desk = await aDeskWithRecords(s3Reports(sound, bucket));
    const faulty = { ...desk, reports: s3Reports(client, bucket) };
    const ended = await publishAndApprove(faulty).catch((cause: unknown) => cause);
    client.destroy();
    const before = await expectNothingHalf(desk);
    desk.now += 30 * 60_000;
    const late = { ...anAnsweredCall("late", "2024-07-18T10:00"), programme: desk.programme.id };
    if (comesLate) await keepRecords(desk, late);
    await publishAndApprove(desk);
    return { ...faults.calls, ended, before, desk };
  }

  test.each(faultKinds)("%s it leaves the whole revision or none, and again is enough", async (kind) => {
    const visited: string[] = [];
    for (let faultAt = 1; ; faultAt++) {
      const { failed, ended, desk } = await withFaultInS3(faultAt, kind, false);
      expect(await expectDoneOnce(desk)).toBe(0);
      if (failed === undefined) {
        expect(ended).toBeUndefined();
        break;
      }
      expect(rootOf(ended), failed).toBeInstanceOf(InjectedFault);
      visited.push(failed);
    }
    expect(visited.length).toBeGreaterThan(20);
    expect(new Set(visited)).toEqual(
      new Set(["ListObjectsV2Command", "GetObjectCommand", "PutObjectCommand"]),
    );
  });

  test("mixes nothing into the next attempt, though other records have come meanwhile", async () => {
    let looked = 0;
    for (let faultAt = 1; ; faultAt += 3) {
      const { failed, before, desk } = await withFaultInS3(faultAt, "stopped after", true);
      if (failed === undefined) break;
      looked += 1;
      // What was published before stays, and what has come since makes the next revision.
      expect(await expectNothingHalf(desk)).toBe(before + 1);
      const latest = await desk.reports.latest(desk.programme.id, july);
      expect(latest).toMatchObject({ revision: before + 1, figures: { answered: 3 } });
    }
    expect(looked).toBeGreaterThan(6);
  });
});
