import { expect, test } from "vitest";
import type { FaultName } from "../../simulator/faults.ts";
import { seededChance } from "../support/contact-records.ts";
import { type Ending, type Story, tell } from "../support/telephone.ts";
import { openCallbacks } from "../support/open-callbacks.ts";

const faults: readonly (FaultName | undefined)[] = [
  undefined,
  undefined,
  undefined,
  "lambda-error",
  "lambda-timeout",
  "lambda-malformed",
  "hours-error",
  "queue-full",
  "telecom",
];

/** A caller who does whatever chance says: at any minute of some days, any keys, any patience, and any fault on the way. */
function anyStory(seed: number): Story {
  const chance = seededChance(seed);
  const oneOf = <Thing>(things: readonly Thing[]) => things[Math.floor(chance() * things.length)] as Thing;
  const digits = (count: number) => Array.from({ length: count }, () => Math.floor(chance() * 10)).join("");
  const key = () =>
    oneOf([
      "0",
      "1",
      "1",
      "1",
      "1",
      "1",
      "1",
      "2",
      "2",
      "3",
      "7",
      "9",
      "*",
      "#",
      "",
      `0${digits(9)}#`,
      digits(4),
    ]);
  const day = chance() < 0.8 ? 16 + Math.floor(chance() * 4) : 13 + Math.floor(chance() * 3);
  const minute = chance() < 0.8 ? 540 + Math.floor(chance() * 480) : Math.floor(chance() * 1440);
  const time = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
  const fault = oneOf(faults);
  return {
    at: `2024-07-${day}T${time}`,
    from: chance() < 0.2 ? undefined : `+8190${digits(8)}`,
    keys: Array.from({ length: 2 + Math.floor(chance() * 9) }, key),
    staffed: chance() < 0.2,
    patienceSeconds: 30 + Math.floor(chance() * 400),
    ...(fault && { faults: [fault] }),
  };
}

test("ten thousand callers with any keys and any fault: none ends in silence or at a dead end", async () => {
  const endings = new Map<Ending, number>();
  const lost: number[] = [];
  for (let seed = 1; seed <= 10_000; seed++) {
    const { ending, call, desk } = await tell(anyStory(seed));
    endings.set(ending, (endings.get(ending) ?? 0) + 1);
    if (ending === "lost" || call.state !== "ended") lost.push(seed);
    if (ending === "promise")
      expect(await openCallbacks(desk.callbacks, desk.programme.id), `seed ${seed}`).toHaveLength(1);
  }
  console.log(
    `Ten thousand calls ended: ${[...endings].map(([ending, count]) => `${ending} ${count}`).join(", ")}`,
  );
  expect(lost).toEqual([]);
  for (const ending of ["person", "promise", "closing sentence", "hung up", "line lost"] as const)
    expect(endings.get(ending) ?? 0, ending).toBeGreaterThan(50);
}, 120_000);
