import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { memoryReports } from "../../../adapters/memory/reports.ts";
import { temporaryDraft } from "../../../adapters/system/temporary-draft.ts";
import { zipArchives } from "../../../adapters/zip/archive.ts";
import { figureDefinitions, figuresOf } from "../../../domain/report/figures/figures.ts";
import { kobatonAlkoo } from "../../../programmes/kobaton-alkoo/programme.ts";
import {
  beginDownload,
  everything,
  pieceOfDownload,
  type WantedDownload,
} from "../../../usecases/reports/hand-out-report.ts";
import { pieceBytes } from "../../../usecases/reports/pieces.ts";
import { Unavailable } from "../../../usecases/ports/host.ts";
import { at } from "../../support/contacts.ts";
import { aDesk } from "../../support/desk.ts";

/** Two pieces and a half of bytes that no compressor makes smaller, by a linear congruential generator. */
function noise(): Uint8Array {
  const bytes = new Uint8Array(pieceBytes * 2.5);
  for (let index = 0, state = 1; index < bytes.length; index++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[index] = state >>> 24;
  }
  return bytes;
}

const large = noise();
const wanted: WantedDownload = {
  report: "monthly/2024-07",
  revision: 1,
  file: "large.xlsx",
  encoding: "utf-8",
  by: "PREF01",
};

/** A report that has a large file, an empty one and a CSV file. */
async function aPublishedReport() {
  const reports = memoryReports();
  const draft = temporaryDraft();
  draft.append("large.xlsx", large);
  draft.append("empty.txt", new Uint8Array());
  draft.append("list.csv", new TextEncoder().encode("\uFEFF受付番号\r\n1\r\n"));
  const files = draft.finish();
  const manifest = {
    programme: kobatonAlkoo.id,
    report: wanted.report,
    period: { from: "2024-07-01", to: "2024-07-31" },
    cutOff: "2024-08-01T00:00:00+09:00",
    revision: 1,
    figures: figuresOf({ inbound: [], outbound: [] }, 0),
    definitions: figureDefinitions,
    files: files.map(({ name, bytes, sha256 }) => ({ name, rows: 1, bytes, sha256 })),
  };
  await reports.publish(kobatonAlkoo.id, wanted.report, manifest, files);
  draft.discard();
  return reports;
}

const reports = await aPublishedReport();

/** A desk whose report is approved, and that nobody has taken yet. */
async function aDeskWithReport() {
  const desk = Object.assign(aDesk("2024-08-01T11:00"), { newArchive: zipArchives, reports });
  const about = { report: wanted.report, revision: 1, at: at("2024-08-01T10:00") };
  await desk.reportLog.append(desk.programme.id, { ...about, what: "approved", by: "SV01", to: [] });
  return desk;
}

type Desk = Awaited<ReturnType<typeof aDeskWithReport>>;

async function allOf(desk: Desk, one: WantedDownload) {
  const pieces: Uint8Array[] = [];
  for (let from: number | undefined = 0; from !== undefined; ) {
    const piece = await pieceOfDownload(desk)(one, from);
    if (!piece.ok) throw new Error(piece.problem);
    pieces.push(piece.value.bytes);
    from = piece.value.next;
  }
  return pieces;
}

const sha256 = (pieces: readonly Uint8Array[]) =>
  createHash("sha256").update(Buffer.concat(pieces)).digest("hex");

describe("a download", () => {
  test("comes in pieces that each fit into an answer, and together are the file", async () => {
    const desk = await aDeskWithReport();
    const begun = await beginDownload(desk)(wanted);
    const pieces = await allOf(desk, wanted);
    expect(pieces.map(({ length }) => length)).toEqual([pieceBytes, pieceBytes, pieceBytes / 2]);
    expect(Buffer.concat(pieces).equals(large)).toBe(true);
    expect(begun).toEqual({
      ok: true,
      value: { name: "large.xlsx", bytes: large.length, sha256: sha256([large]) },
    });
    // Base64 of a piece, in an answer of at most 6 MB (AWS, "Lambda quotas").
    expect((pieceBytes / 3) * 4 + 1_000).toBeLessThan(6_000_000);
  });

  test.each(["utf-8", "cp932"] as const)(
    "that is made for each piece anew (%s) fits together all the same",
    async (encoding) => {
      const desk = await aDeskWithReport();
      const all = { ...wanted, file: everything, encoding };
      const begun = await beginDownload(desk)(all);
      const pieces = await allOf(desk, all);
      expect(pieces).toHaveLength(3);
      expect(begun).toMatchObject({ ok: true, value: { sha256: sha256(pieces) } });
    },
  );

  test("of an empty file is one empty piece, and behind the end there is nothing", async () => {
    const desk = await aDeskWithReport();
    const empty = { ...wanted, file: "empty.txt" };
    await beginDownload(desk)(empty);
    expect(await pieceOfDownload(desk)(empty, 0)).toEqual({ ok: true, value: { bytes: new Uint8Array() } });
    await beginDownload(desk)(wanted);
    const behind = await pieceOfDownload(desk)(wanted, large.length + 5);
    expect(behind).toEqual({ ok: true, value: { bytes: new Uint8Array() } });
  });

  test("is not begun where it cannot be written down", async () => {
    const desk = await aDeskWithReport();
    const append = () => Promise.reject(new Unavailable("DynamoDB did not write."));
    const failing = { ...desk, reportLog: { ...desk.reportLog, append } };
    await expect(beginDownload(failing)(wanted)).rejects.toThrow(Unavailable);
    expect(await pieceOfDownload(desk)(wanted, 0)).toMatchObject({ ok: false });
  });

  test.each([
    { revision: 2 },
    { report: "monthly/2024-08" },
    { file: "nothing.csv" },
    { file: "文字の置換一覧.csv" },
  ])("of what is not there or not approved (%j) leaves no entry", async (other) => {
    const desk = await aDeskWithReport();
    expect(await beginDownload(desk)({ ...wanted, ...other })).toMatchObject({ ok: false });
    const entries = await desk.reportLog.all(desk.programme.id);
    expect(entries.map(({ what }) => what)).toEqual(["approved"]);
  });
});
