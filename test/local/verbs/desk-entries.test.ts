import { describe, expect, test } from "vitest";
import { announcementsOf, flagsOf, personKeysOf, type World } from "../../../lambdas/edge/composition.ts";
import { startLocalService } from "../../../local/local-service.ts";
import { announcementClear, announcementSet } from "../../../local/verbs/announcement.ts";
import { flagAdd, flagRemove } from "../../../local/verbs/flag.ts";
import { at } from "../../support/contacts.ts";
import { folderWithState, print } from "./run-verb.ts";

folderWithState();

const programme = "kobaton-alkoo";
const number = "+819012345678";
/** What the desk's stores say after a verb has ended. */
async function afterwards<Answer>(ask: (world: World) => Promise<Answer>): Promise<Answer> {
  const service = await startLocalService({ log: print });
  try {
    return await ask(service.worldAt({ now: () => 0 }));
  } finally {
    await service.stop();
  }
}

const announced = () => afterwards((world) => announcementsOf(world).find(programme));
const flagged = () =>
  afterwards(async (world) =>
    flagsOf(world).find(programme, await personKeysOf(world).keyOf(programme, number)),
  );

describe("the emergency announcement on the command line", () => {
  test("is set until its end, and cleared", async () => {
    const set = ["台風のため、つながりにくくなっています。", "--until", "2024-07-16T17:00"];
    expect(await announcementSet.run(set, print)).toEqual({
      kind: "done",
      lines: ["緊急案内（2024-07-16 17:00 まで）: 台風のため、つながりにくくなっています。"],
    });
    expect(await announced()).toEqual({ text: set[0], until: at("2024-07-16T17:00") });
    expect(await announcementClear.run([], print)).toEqual({ kind: "done", lines: ["緊急案内: なし"] });
    expect(await announced()).toBeUndefined();
  });

  test.each([
    [["台風です。"], "--until INSTANT is missing"],
    [["台風です。", "--until", "soon"], "not a time"],
    [["--until", "2024-07-16T17:00"], "TEXT is missing"],
    // A new state folder begins with the contract.
    [["台風です。", "--until", "2024-07-01T08:59"], "It is 2024-07-01 09:00 already"],
  ])("%j is wrong use", async (words, problem) => {
    expect(await announcementSet.run(words, print)).toEqual({
      kind: "wrong-use",
      problem: expect.stringContaining(problem),
    });
  });
});

describe("a flag on the command line", () => {
  test("lasts to the end of its date, and is removed", async () => {
    const add = ["090-1234-5678", "--until", "2024-07-31", "--reason", "harassment"];
    expect(await flagAdd.run(add, print)).toEqual({
      kind: "done",
      lines: ["SVにつなぐ（2024-07-31 まで）: カスタマーハラスメント"],
    });
    expect(await flagged()).toMatchObject({ until: at("2024-08-01T00:00"), reason: "harassment" });
    expect(await flagRemove.run(["09012345678"], print)).toMatchObject({ kind: "done" });
    expect(await flagged()).toBeUndefined();
  });

  test.each([
    [["--until", "2024-07-31", "--reason", "harassment"], "NUMBER is missing"],
    [["12", "--until", "2024-07-31", "--reason", "harassment"], "電話番号は"],
    [["0901234567", "--reason", "harassment"], "--until DATE is missing"],
    [["0901234567", "--until", "2024-02-30", "--reason", "harassment"], "does not exist"],
    [["0901234567", "--until", "2024-07-31"], "is not a reason"],
    [["0901234567", "--until", "2024-07-31", "--reason", "怒鳴る"], "no words about a person"],
  ])("%j is wrong use", async (words, problem) => {
    expect(await flagAdd.run(words, print)).toEqual({
      kind: "wrong-use",
      problem: expect.stringContaining(problem),
    });
  });

  test("says which reasons there are", () => {
    for (const code of ["long-complaint", "harassment", "supervisor-matter"])
      expect(flagAdd.help).toContain(code);
  });
});
