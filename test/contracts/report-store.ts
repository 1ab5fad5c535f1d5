import { expect, test } from "vitest";
import { type Manifest, manifestText } from "../../domain/report/contents/manifest.ts";
import { figureDefinitions, figuresOf } from "../../domain/report/figures/figures.ts";
import type { DraftFile, ReportStore } from "../../usecases/ports/reports.ts";

/** What every report store promises. */
export function reportStoreContract(store: () => ReportStore, newProgramme: () => string): void {
  const report = "monthly/2024-07";
  const bytes = new TextEncoder().encode("\uFEFF日付\r\n");
  const files: DraftFile[] = [
    {
      name: "01_実績.csv",
      bytes: bytes.length,
      sha256: "",
      async *read() {
        yield bytes.subarray(0, 5);
        yield bytes.subarray(5);
      },
    },
  ];
  const manifest = (programme: string, revision: number, of = report): Manifest => ({
    programme,
    report: of,
    period: { from: "2024-07-01", to: "2024-07-31" },
    cutOff: "2024-08-01T00:00:00+09:00",
    revision,
    figures: figuresOf({ inbound: [], outbound: [] }, revision),
    definitions: figureDefinitions,
    files: [],
  });

  test("a report that was published is the latest, with its files byte for byte", async () => {
    const programme = newProgramme();
    expect(await store().latest(programme, report)).toBeUndefined();
    expect(await store().publish(programme, report, manifest(programme, 1), files)).toBe(true);
    expect(await store().latest(programme, report)).toEqual(manifest(programme, 1));
    const read = await store().read(programme, report, 1, "01_実績.csv");
    expect(read && [...read]).toEqual([...bytes]);
    const kept = await store().read(programme, report, 1, "manifest.json");
    expect(new TextDecoder().decode(kept)).toBe(manifestText(manifest(programme, 1)));
    const pieces = await store().open(programme, report, 1, "01_実績.csv");
    expect(Buffer.concat(await Array.fromAsync(pieces ?? []))).toEqual(Buffer.from(bytes));
    expect(await store().open(programme, report, 1, "other.csv")).toBeUndefined();
    expect(await store().read(programme, report, 1, "other.csv")).toBeUndefined();
    expect(await store().read(programme, report, 2, "01_実績.csv")).toBeUndefined();
  });

  test("a revision is never overwritten", async () => {
    const programme = newProgramme();
    await store().publish(programme, report, manifest(programme, 1), files);
    expect(await store().publish(programme, report, { ...manifest(programme, 1), cutOff: "other" }, [])).toBe(
      false,
    );
    expect(await store().latest(programme, report)).toEqual(manifest(programme, 1));
  });

  test("the tenth revision is later than the ninth", async () => {
    const programme = newProgramme();
    for (let revision = 1; revision <= 10; revision++)
      await store().publish(programme, report, manifest(programme, revision), files);
    expect((await store().latest(programme, report))?.revision).toBe(10);
  });

  test("all reports of a programme are listed, and no other's", async () => {
    const programme = newProgramme();
    const august = manifest(programme, 1, "monthly/2024-08");
    await store().publish(programme, report, manifest(programme, 1), files);
    await store().publish(programme, "monthly/2024-08", august, files);
    await store().publish(newProgramme(), report, manifest("other", 1), files);
    const listed = await store().all(programme);
    expect(listed.map((one) => one.report).sort()).toEqual(["monthly/2024-07", "monthly/2024-08"]);
  });
}
