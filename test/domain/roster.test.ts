import { describe, expect, test } from "vitest";
import { checkedSettings } from "../../domain/environment-settings.ts";
import { checkedRoster, plainUserName, rosterFrom, rosterText } from "../../domain/roster.ts";
import { isStaffCode, staffCodeOf } from "../../domain/staff-code.ts";
import { dev } from "../../programmes/kobaton-alkoo/environments/dev.ts";
import { prod } from "../../programmes/kobaton-alkoo/environments/prod.ts";

const code =
  "a staff code of 1 to 3 letters, a hyphen or none, and 1 to 4 digits, such as op01: never anybody's name";

describe("a roster", () => {
  test("of staff codes and roles is answered as it is, and may be empty", () => {
    const roster = [
      { userName: "op01", role: "operator" },
      { userName: "LD-3", role: "leader" },
      { userName: "sv1234", role: "supervisor" },
    ];
    expect(checkedRoster(roster)).toEqual({ ok: true, value: roster });
    expect(checkedRoster([])).toEqual({ ok: true, value: [] });
  });

  test.each([
    [{ op01: "operator" }, 'roster was {"op01":"operator"}: absent, or a list of { userName, role }.'],
    [["op01"], 'roster[0] was "op01": { userName, role }.'],
    [[["op01", "operator"]], 'roster[0] was ["op01","operator"]: { userName, role }.'],
    [[null], "roster[0] was null: { userName, role }."],
    [[{ role: "operator" }], `roster[0].userName was missing: ${code}.`],
    [
      [{ userName: "taro@example.jp", role: "operator" }],
      `roster[0].userName was "taro@example.jp": ${code}.`,
    ],
    [[{ userName: 7, role: "operator" }], `roster[0].userName was 7: ${code}.`],
    [[{ userName: "op01", role: "SV" }], 'roster[0].role was "SV": "operator" or "leader" or "supervisor".'],
    [[{ userName: "op01" }], 'roster[0].role was missing: "operator" or "leader" or "supervisor".'],
    [
      [{ userName: "op01", role: "operator", password: "x" }],
      'roster[0].password was "x": no key, for there are only userName, role.',
    ],
  ])("is refused where it is %j, in a sentence that says what it may be", (roster, problem) => {
    expect(checkedRoster(roster)).toEqual({ ok: false, problem });
  });

  test("is refused where two would be taken for one, and names every fault at once", () => {
    const roster = [
      { userName: "op01", role: "operator" },
      { userName: "ld01", role: "chief" },
      { userName: "OP-01", role: "leader" },
    ];
    expect(checkedRoster(roster)).toEqual({
      ok: false,
      problem:
        'roster[1].role was "chief": "operator" or "leader" or "supervisor". ' +
        'roster[2].userName was "OP-01": one of its own, for roster[0] has "op01".',
    });
  });

  test("takes capitals and the hyphen for no difference between two people", () => {
    expect(["op01", "OP01", "op-01"].map(plainUserName)).toEqual(["OP01", "OP01", "OP01"]);
    expect(plainUserName("op011")).not.toBe(plainUserName("op01"));
  });

  test("may be absent from the settings, which name its faults and not the whole of it", () => {
    expect(checkedSettings({ ...prod, roster: undefined }).ok).toBe(true);
    expect(
      checkedSettings({ ...dev, roster: [{ userName: "op01", role: "operator" }, { userName: "op02" }] }),
    ).toEqual({
      ok: false,
      problem: 'roster[1].role was missing: "operator" or "leader" or "supervisor".',
    });
  });

  test("of an environment that is committed holds nobody's name", () => {
    const people = [...(dev.roster ?? []), ...(prod.roster ?? [])];
    expect(people.map(({ role }) => role)).toEqual(["operator", "leader", "supervisor"]);
    for (const { userName } of people) expect(userName).toMatch(/^(op|ld|sv)\d{2}$/);
  });
});

test("a user name of a roster is what reports show, in capitals; of any other they show a hash", () => {
  expect([isStaffCode("op01"), staffCodeOf("op01", "ab12cd34")]).toEqual([true, "OP01"]);
  expect([isStaffCode("taro"), staffCodeOf("taro", "ab12cd34")]).toEqual([false, "S-AB12CD"]);
});

test("a roster goes into the one line of a function's variable, and comes back as it was, also where nobody is in it", () => {
  const roster = [
    { userName: "sv01", role: "supervisor" },
    { userName: "LD-3", role: "leader" },
  ] as const;
  expect(rosterText(roster)).toBe("sv01:supervisor LD-3:leader");
  expect(rosterFrom("sv01:supervisor LD-3:leader")).toEqual(roster);
  expect(rosterFrom(rosterText([]))).toEqual([]);
  expect(rosterText([])).not.toBe("");
  expect(() => rosterFrom("sv01:director")).toThrow("roster[0].role");
});
