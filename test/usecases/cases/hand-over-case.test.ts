import { describe, expect, test } from "vitest";
import { editedCase } from "../../../domain/case/edit-case.ts";
import { handOverCase } from "../../../usecases/cases/hand-over-case.ts";
import { at } from "../../support/contacts.ts";
import { aCaseOn, aDeskAtWork, caseOn, problemIn, valueOf } from "../../support/desk-work.ts";

const roster = [
  { userName: "op01", role: "operator" },
  { userName: "op02", role: "operator" },
] as const;

async function aDeskWithACase() {
  const desk = Object.assign(aDeskAtWork(), { roster });
  return { desk, handOver: handOverCase(desk), receiptNumber: await aCaseOn(desk) };
}

describe("a case in somebody's hands", () => {
  test("is taken without a reason where nobody has it, and handed over with one that stays in its record", async () => {
    const { desk, handOver, receiptNumber } = await aDeskWithACase();
    valueOf(await handOver({ receiptNumber, staff: "op01", to: "op01", reason: "" }));
    expect(await caseOn(desk)).toMatchObject({ owner: "OP01" });
    const toOther = { receiptNumber, staff: "OP01", from: "OP01", to: "OP02" };
    expect(problemIn(await handOver({ ...toOther, reason: " " }))).toContain("引き継ぐ理由");
    desk.now = at("2024-07-16T16:55");
    valueOf(await handOver({ ...toOther, reason: "早番のため" }));
    const kept = await caseOn(desk);
    expect(kept.owner).toBe("OP02");
    expect(kept.history.at(-1)).toMatchObject({
      what: "owner-changed",
      by: "OP01",
      owner: "OP02",
      note: "早番のため",
      at: at("2024-07-16T16:55"),
    });
    const mine = async (staff: string) =>
      (await desk.cases.ownedPage(desk.programme.id, staff, { limit: 9 })).cases;
    expect((await mine("OP02")).map((one) => one.receiptNumber)).toEqual([receiptNumber]);
    expect(await mine("OP01")).toEqual([]);
    // Sent once more, it is as it was wanted.
    valueOf(await handOver({ ...toOther, reason: "早番のため" }));
    expect((await caseOn(desk)).version).toBe(kept.version);
  });

  test("goes to nobody who does not work here, and not out of hands that somebody did not see", async () => {
    const { handOver, receiptNumber } = await aDeskWithACase();
    const wanted = { receiptNumber, staff: "OP01", reason: "不在のため" };
    expect(problemIn(await handOver({ ...wanted, to: "OP99" }))).toContain("名簿にありません");
    expect(problemIn(await handOver({ ...wanted, to: "山田" }))).toContain("職員コード");
    valueOf(await handOver({ ...wanted, to: "OP02" }));
    expect(problemIn(await handOver({ ...wanted, to: "OP01" }))).toContain("ほかの人が先に変えました");
    // Who is signed in may take it, also where the roster of the last deployment does not know them yet.
    valueOf(await handOver({ ...wanted, staff: "OP77", from: "OP02", to: "OP77" }));
  });

  test("stays where it is once it is closed", async () => {
    const { desk, handOver, receiptNumber } = await aDeskWithACase();
    const kept = await caseOn(desk);
    await desk.cases.update({ ...kept, status: "closed", owner: "OP01", version: kept.version + 1 });
    const refused = await handOver({ receiptNumber, staff: "OP02", from: "OP01", to: "OP02", reason: "-" });
    expect(problemIn(refused)).toContain("完了した案件は引き継げません");
    expect((await desk.cases.ownedPage(desk.programme.id, "OP01", { limit: 9 })).cases).toEqual([]);
  });

  test("is not taken away by somebody who writes in a version from before", async () => {
    const { desk, handOver, receiptNumber } = await aDeskWithACase();
    valueOf(await handOver({ receiptNumber, staff: "OP01", to: "OP02", reason: "" }));
    const edited = editedCase(
      await caseOn(desk),
      { baseVersion: 1, fields: { owner: "OP03" } },
      { at: desk.now, by: "OP03" },
    );
    expect(edited).toMatchObject({
      written: [],
      conflicts: [{ field: "owner", theirs: "OP02", by: "OP01" }],
    });
  });
});
