import { expect, test } from "vitest";
import type { Proposal } from "../../domain/report/entered/proposal.ts";
import type { ProposalStore } from "../../usecases/ports/reports.ts";
import { at } from "../support/contacts.ts";

/** What every store of proposals promises. */
export function proposalStoreContract(store: () => ProposalStore, newProgramme: () => string): void {
  const first: Proposal = {
    number: 1,
    enteredAt: at("2024-07-16T10:00"),
    theme: "案内文",
    issue: "抽選の時期の質問が多い。\n特に月末。",
    proposal: "アプリに抽選日を載せる。",
    owner: "app-operator",
    history: [{ at: at("2024-07-16T10:00"), state: "proposed", by: "SV01" }],
  };
  const adopted: Proposal = {
    ...first,
    history: [...first.history, { at: at("2024-07-17T10:00"), state: "adopted", by: "SV02" }],
  };

  test("a proposal is there as it was entered, in order of number, for its programme alone", async () => {
    const programme = newProgramme();
    const tenth = { ...first, number: 10 };
    const second = { ...first, number: 2 };
    for (const one of [tenth, second, first]) expect(await store().add(programme, one)).toBeUndefined();
    expect(await store().all(programme)).toEqual([first, second, tenth]);
    expect(await store().all(newProgramme())).toEqual([]);
  });

  test("one is found by its number, and they come in pages, the one that was entered last first", async () => {
    const programme = newProgramme();
    const second = { ...first, number: 2, enteredAt: at("2024-07-16T10:30") };
    const third = { ...first, number: 3, enteredAt: at("2024-07-17T10:00") };
    for (const one of [second, third, first]) await store().add(programme, one);
    expect(await store().find(programme, 2)).toEqual(second);
    expect(await store().find(programme, 4)).toBeUndefined();
    const page = await store().page(programme, { limit: 2 });
    expect(page.entries).toEqual([third, second]);
    expect(await store().page(programme, { limit: 2, after: page.next! })).toEqual({ entries: [first] });
  });

  test("a number is given once: the second is shown who has it", async () => {
    const programme = newProgramme();
    await store().add(programme, first);
    expect(await store().add(programme, { ...first, theme: "別の題" })).toEqual(first);
    expect(await store().all(programme)).toEqual([first]);
  });

  test("of fifty who enter the same number at once exactly one does", async () => {
    const programme = newProgramme();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => store().add(programme, { ...first, theme: `題 ${index}` })),
    );
    expect(answers.filter((holder) => holder === undefined)).toHaveLength(1);
  });

  test("a history grows by one event at a time: who comes second is refused", async () => {
    const programme = newProgramme();
    await store().add(programme, first);
    expect(await store().update(programme, adopted)).toBe(true);
    expect(await store().update(programme, adopted)).toBe(false);
    expect(await store().all(programme)).toEqual([adopted]);
  });

  test("a proposal that nobody entered is not changed", async () => {
    const programme = newProgramme();
    expect(await store().update(programme, adopted)).toBe(false);
    expect(await store().all(programme)).toEqual([]);
  });
}
