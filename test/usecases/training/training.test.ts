import { describe, expect, test } from "vitest";
import { memoryEntries, memoryVersionedEntries } from "../../../adapters/memory/entries.ts";
import { arrivedCallers } from "../../../domain/contact/arrived-caller.ts";
import { failure, success } from "../../../domain/result.ts";
import { trainings as trainingKind } from "../../../domain/training/training.ts";
import { training } from "../../../programmes/kobaton-alkoo/training/training.ts";
import type { TelephoneAct, TrainingCalls, TrainingCallState } from "../../../usecases/ports/training.ts";
import { beginTraining } from "../../../usecases/training/begin-training.ts";
import { goOn, type TrainingAct } from "../../../usecases/training/go-on.ts";
import { endTraining } from "../../../usecases/training/judge-training.ts";
import { listTrainings, trainingUnderWay } from "../../../usecases/training/list-trainings.ts";
import { at } from "../../support/contacts.ts";
import { aDeskAtWork, problemIn, valueOf } from "../../support/desk-work.ts";

/** A telephone that does what it is told; its time goes on by a second a look. */
function aTrainingDesk() {
  const desk = aDeskAtWork("2024-07-01T09:00");
  let state: TrainingCallState = "over";
  let calls = 0;
  const passed: number[] = [];
  const next: Readonly<Record<string, TrainingCallState>> = {
    answer: "talking",
    hold: "held",
    resume: "talking",
    "hang-up": "over",
  };
  const telephone: TrainingCalls = {
    outsideNow: () => at("2024-06-24T13:00") + calls,
    async dial({ keys }) {
      if (keys.length === 0) return failure("つながりませんでした。");
      state = "ringing";
      return success(`call-${++calls}`);
    },
    async look() {
      desk.now += 1000;
      return state;
    },
    async act(_contactId, act: TelephoneAct) {
      state = typeof act === "string" ? (next[act] ?? state) : "over";
      return success(undefined);
    },
    async pass(_contactId, seconds) {
      passed.push(seconds);
    },
  };
  const services = Object.assign(desk, {
    settings: training(),
    calls: telephone as TrainingCalls | undefined,
    trainings: memoryVersionedEntries(trainingKind),
    callers: memoryEntries(arrivedCallers),
  });
  const act = async (contactId: string, done: TrainingAct, staff = "OP01") =>
    goOn(services)({ contactId, act: done, staff });
  return { services, act, passed };
}

describe("a training", () => {
  test("is kept with when it was made outside, whose it is, and every step of it", async () => {
    const { services, act } = aTrainingDesk();
    const { contactId } = valueOf(await beginTraining(services)({ script: "complaint", staff: "op01" }));
    for (const done of ["answer", "speak", "hold", "resume", "hang-up"] as const)
      valueOf(await act(contactId, done));
    const ended = valueOf(await endTraining(services)({ contactId, staff: "OP01" }));
    expect(ended).toMatchObject({ script: "complaint", staff: "OP01", madeAt: at("2024-06-24T13:00") + 1 });
    expect(ended.events.map(({ what }) => what)).toEqual(["answered", "spoke", "held", "resumed", "ended"]);
    expect(await trainingUnderWay(services)("OP01")).toBeUndefined();
    expect(await listTrainings(services)("OP02")).toEqual([]);
    expect(await listTrainings(services)()).toEqual([ended]);
  });

  test("loses no step where two pages take one at the same moment", async () => {
    const { services, act } = aTrainingDesk();
    const { contactId } = valueOf(await beginTraining(services)({ script: "complaint", staff: "OP01" }));
    valueOf(await act(contactId, "answer"));
    await Promise.all([act(contactId, "speak"), act(contactId, "speak"), act(contactId, "speak")]);
    const [kept] = await listTrainings(services)();
    expect(kept?.events).toHaveLength(4);
    expect(kept?.version).toBe(5);
  });

  test("lets the minutes of a long call pass before the line that wants them, and none else", async () => {
    const { services, act, passed } = aTrainingDesk();
    const { contactId } = valueOf(await beginTraining(services)({ script: "long-call", staff: "OP01" }));
    for (const done of ["answer", "speak", "speak", "speak"] as const) valueOf(await act(contactId, done));
    expect(passed).toEqual([21 * 60]);
  });

  test("ends when it was ended first, however often it is looked at again", async () => {
    const { services, act } = aTrainingDesk();
    const { contactId } = valueOf(await beginTraining(services)({ script: "complaint", staff: "OP01" }));
    valueOf(await act(contactId, "answer"));
    expect(problemIn(await endTraining(services)({ contactId, staff: "OP01" }))).toContain(
      "通話が続いています",
    );
    valueOf(await act(contactId, "hang-up"));
    const first = valueOf(await endTraining(services)({ contactId, staff: "OP01" }));
    services.now += 600_000;
    const again = valueOf(await endTraining(services)({ contactId, staff: "OP01" }));
    expect(again.judgement?.endedAt).toBe(first.judgement?.endedAt);
    expect(again.judgement?.judgedAt).toBe(services.now);
  });

  test("is not begun where the call does not come through, where a code is none, or where there is nobody to play", async () => {
    const { services } = aTrainingDesk();
    const begin = beginTraining(services);
    expect(problemIn(await begin({ script: "complaint", staff: "somebody" }))).not.toBe("");
    const [script] = services.settings.scripts;
    if (!script) throw new Error("There is no script.");
    const silent = { ...services, settings: { faq: [], scripts: [{ ...script, caller: { keys: [] } }] } };
    expect(problemIn(await beginTraining(silent)({ script: script.id, staff: "OP01" }))).toBe(
      "つながりませんでした。",
    );
    const elsewhere = beginTraining({ ...services, calls: undefined });
    expect(problemIn(await elsewhere({ script: "complaint", staff: "OP01" }))).toContain(
      "npm start -- --training",
    );
    expect(await listTrainings(services)()).toEqual([]);
  });
});
