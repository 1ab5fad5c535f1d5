import { describe, expect, test } from "vitest";
import { enterNaviDial, naviDialMonths } from "../../../usecases/reports/enter-navi-dial.ts";
import { addProposal, setProposalState } from "../../../usecases/reports/propose-improvement.ts";
import { at } from "../../support/contacts.ts";
import { aDesk } from "../../support/desk.ts";

const entry = {
  theme: "抽選",
  issue: "質問が多い。",
  proposal: "日を載せる。",
  owner: "desk",
  staff: "sv01",
};

describe("the log of proposals", () => {
  test("gives each proposal its own number, also to those who enter one at once", async () => {
    const desk = aDesk();
    const added = await Promise.all(Array.from({ length: 15 }, () => addProposal(desk)(entry)));
    expect(added.every(({ ok }) => ok)).toBe(true);
    const numbers = (await desk.proposals.all(desk.programme.id)).map(({ number }) => number);
    expect(numbers).toEqual(Array.from({ length: 15 }, (_, index) => index + 1));
  });

  test("keeps who changed the state", async () => {
    const desk = aDesk();
    await addProposal(desk)(entry);
    const changed = await setProposalState(desk)(1, "adopted", "sv02");
    expect(changed).toMatchObject({
      ok: true,
      value: {
        history: [
          { state: "proposed", by: "SV01" },
          { state: "adopted", by: "SV02" },
        ],
      },
    });
    expect(await setProposalState(desk)(2, "adopted", "SV02")).toMatchObject({ ok: false });
    expect(await setProposalState(desk)(1, "adopted", "山田")).toMatchObject({ ok: false });
  });
});

describe("Navi-Dial's figures", () => {
  const count = { month: "2024-07", busy: "12", closed: "0", staff: "sv01" };

  test("are kept for a month with what was corrected, by whom and when, and are entered once where they are sent twice", async () => {
    const desk = aDesk();
    await enterNaviDial(desk)(count);
    expect(await enterNaviDial(desk)({ ...count, busy: "13" })).toMatchObject({
      ok: true,
      value: { busy: 13 },
    });
    const first = { busy: 12, closed: 0, enteredAt: desk.now, enteredBy: "SV01" };
    const corrected = { month: "2024-07", busy: 13, closed: 0, enteredAt: desk.now, enteredBy: "SV01" };
    await enterNaviDial(desk)({ ...count, busy: "13" });
    expect(await desk.naviDial.all(desk.programme.id)).toEqual([{ ...corrected, earlier: [first] }]);
  });

  test("that others have entered meanwhile are not corrected unseen", async () => {
    const desk = aDesk();
    await enterNaviDial(desk)({ ...count, seen: 0 });
    expect(await enterNaviDial(desk)({ ...count, busy: "13", staff: "ld01", seen: 0 })).toMatchObject({
      ok: false,
      problem: expect.stringContaining("ほかの人"),
    });
    expect(await enterNaviDial(desk)({ ...count, busy: "13", staff: "ld01", seen: 1 })).toMatchObject({
      ok: true,
    });
  });

  test("are asked for in each month of the contract that has begun", async () => {
    const desk = aDesk();
    await enterNaviDial(desk)(count);
    const months = (now: string) => naviDialMonths(desk)(at(now));
    expect((await months("2024-09-01T00:00")).map(({ month, count: kept }) => [month, kept?.busy])).toEqual([
      ["2024-07", 12],
      ["2024-08", undefined],
      ["2024-09", undefined],
    ]);
    // From July to March are nine months, however much later it is.
    expect(await months("2025-06-01T00:00")).toHaveLength(9);
    expect(await months("2024-06-30T23:59")).toEqual([]);
  });

  test.each([
    ["a month that is none", { ...count, month: "July" }],
    ["a month outside the contract", { ...count, month: "2024-06" }],
    ["a month that has not begun", { ...count, month: "2024-08" }],
    ["a number that is none", { ...count, busy: "-1" }],
    ["a number that is none", { ...count, closed: "1.5" }],
    ["a name in the place of a staff code", { ...count, staff: "山田" }],
  ])("are refused with %s", async (_what, wrong) => {
    const desk = aDesk();
    expect(await enterNaviDial(desk)(wrong)).toMatchObject({ ok: false });
    expect(await desk.naviDial.all(desk.programme.id)).toEqual([]);
  });
});
