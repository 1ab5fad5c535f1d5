import { describe, expect, test } from "vitest";
import {
  heardLines,
  nextLine,
  secondsBefore,
  secondsOf,
  type TrainingEvent,
} from "../../../domain/training/dialogue.ts";
import { at } from "../../support/contacts.ts";

const second = (n: number) => at("2024-07-01T10:00") + n * 1000;
const did = (what: TrainingEvent["what"], n: number): TrainingEvent => ({ at: second(n), what });

const script = {
  lines: [{ says: "一つめ", hint: "例" }, { says: "二つめ" }, { says: "三つめ", minutesLater: 21 }],
  reactions: { silent: "もしもし", resumed: "はい", transferred: "代わるのですね" },
};

const heard = (events: readonly TrainingEvent[], now: number) =>
  heardLines(script, events, second(now)).map((line) => line.says);

describe("a scripted caller", () => {
  test("says nothing before somebody answers, then a line each time that they have spoken, and no more than there are", () => {
    expect(heard([], 500)).toEqual([]);
    const spoken = [did("answered", 0), did("spoke", 5), did("spoke", 10), did("spoke", 15)];
    expect(heard(spoken.slice(0, 1), 5)).toEqual(["一つめ"]);
    expect(heard(spoken.slice(0, 2), 10)).toEqual(["一つめ", "二つめ"]);
    expect(heard(spoken, 20)).toEqual(["一つめ", "二つめ", "三つめ"]);
    expect(heardLines(script, spoken, second(20))[0]).toEqual({ at: second(0), says: "一つめ", hint: "例" });
  });

  test("asks whether somebody is there after half a minute of silence, once each time, and not while on hold", () => {
    expect(heard([did("answered", 0)], 30)).toEqual(["一つめ"]);
    expect(heard([did("answered", 0)], 31)).toEqual(["一つめ", "もしもし"]);
    expect(heard([did("answered", 0)], 200)).toEqual(["一つめ", "もしもし"]);
    expect(heard([did("answered", 0), did("held", 10)], 200)).toEqual(["一つめ"]);
    expect(heard([did("answered", 0), did("spoke", 40)], 45)).toEqual(["一つめ", "もしもし", "二つめ"]);
  });

  test("says something after a hold and on being handed on, but nothing once the call is over", () => {
    const back = [did("answered", 0), did("held", 5), did("resumed", 9)];
    expect(heard(back, 10)).toEqual(["一つめ", "はい"]);
    const handedOn = { ...did("transferred", 12), to: "leader" } as const;
    expect(heard([...back, handedOn], 500)).toEqual(["一つめ", "はい", "代わるのですね"]);
    expect(heard([...back, did("ended", 12)], 500)).toEqual(["一つめ", "はい"]);
  });

  test("may wait for minutes before a line: the next one says how long", () => {
    const two = [did("answered", 0), did("spoke", 5)];
    expect(nextLine(script, two)?.says).toBe("三つめ");
    expect(secondsBefore(nextLine(script, two))).toBe(1260);
    expect(secondsBefore(nextLine(script, [...two, did("spoke", 9)]))).toBe(0);
  });
});

describe("seconds of a training", () => {
  // Answered at 10, held from 40 to 55, hung up at 100, ended at 160: 90 - 15 talking, 15 held, 60 after it.
  const events = [did("answered", 10), did("held", 40), did("resumed", 55), did("ended", 100)];

  test("are talking without holds, holds, and what follows the call", () => {
    expect(secondsOf(events, second(160))).toEqual({ talking: 75, held: 15, afterCall: 60 });
  });

  test("go on while it goes on, also on hold, and are none before somebody answers", () => {
    expect(secondsOf(events.slice(0, 2), second(50))).toEqual({ talking: 30, held: 10, afterCall: 0 });
    expect(secondsOf([], second(50))).toEqual({ talking: 0, held: 0, afterCall: 0 });
  });
});
