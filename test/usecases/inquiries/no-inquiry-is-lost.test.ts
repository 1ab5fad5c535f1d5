import { describe, expect, test } from "vitest";
import { inquiriesInOrder } from "../../../lambdas/follow-up-inquiry.ts";
import { FifoQueue } from "../../../local/fifo-queue.ts";
import { drainQueue } from "../../../local/queue-runner.ts";
import { followUpInquiry } from "../../../usecases/inquiries/follow-up-inquiry.ts";
import { receiptMailWorker, taskWorker } from "../../../usecases/inquiries/inquiry-workers.ts";
import { Unavailable } from "../../../usecases/ports/host.ts";
import type { PushedInquiry } from "../../../usecases/ports/inquiries.ts";
import { resumeInquiries } from "../../../usecases/inquiries/resume-inquiries.ts";
import { type Submission, submitWebForm } from "../../../usecases/inquiries/submit-web-form.ts";
import { aDesk } from "../../support/desk.ts";

/**
 * How a call to the world goes wrong: it is refused, or done without an answer, or the process dies before or after it; a
 * dead process does nothing more, so it releases nothing and answers nobody.
 */
const modes = ["refused", "unanswered", "dies before", "dies after"] as const;

interface Fault {
  /** `phase port.method#n`: the n-th such call for one inquiry. */
  readonly step: string;
  readonly mode: (typeof modes)[number];
}

class Died extends Error {}

/** A desk whose every call to the world passes here, where it can go wrong once for each inquiry. */
function aFaultyDesk(faultOf: (index: number) => Fault | undefined) {
  const desk = aDesk();
  const calls = new Map<string, number>();
  const steps: string[] = [];
  const fired = new Map<number, Fault>();
  const now = { phase: "", index: -1, isDead: false };
  const known = new Map<string, number>();

  async function pass<Answer>(name: string, call: () => Promise<Answer>): Promise<Answer> {
    if (now.isDead) throw new Died();
    const count = (calls.get(`${now.index} ${now.phase} ${name}`) ?? 0) + 1;
    calls.set(`${now.index} ${now.phase} ${name}`, count);
    const step = `${now.phase} ${name}#${count}`;
    steps.push(step);
    const fault = faultOf(now.index);
    if (!fault || fault.step !== step || fired.has(now.index)) return call();
    fired.set(now.index, fault);
    if (fault.mode === "unanswered" || fault.mode === "dies after") await call();
    now.isDead = fault.mode.startsWith("dies");
    throw now.isDead ? new Died() : new Unavailable(fault.mode);
  }

  function watched<Port extends object>(name: string, port: Port): Port {
    return new Proxy(port, {
      get: (target, method, self) => {
        const member: unknown = Reflect.get(target, method, self);
        if (typeof member !== "function") return member;
        return (...given: unknown[]) => pass(`${name}.${String(method)}`, async () => member(...given));
      },
    });
  }

  let ids = 0;
  const queue = new FifoQueue(() => `message ${ids++}`);
  const world = {
    ...desk,
    clock: desk.clock,
    cases: watched("cases", desk.cases),
    specialDays: watched("special-days", desk.specialDays),
    mailer: watched("mailer", desk.mailer),
    tasks: watched("tasks", desk.tasks),
    pause: (milliseconds: number) => pass("pause", async () => void milliseconds),
    inquiries: watched("queue", {
      push: async (inquiry: PushedInquiry) => void queue.send(JSON.stringify(inquiry), inquiry.programme),
    }),
  };
  const submit = submitWebForm(world);
  const followUp = followUpInquiry({
    ...world,
    workers: { "receipt-mail": receiptMailWorker(world), task: taskWorker(world) },
  });
  const consume = inquiriesInOrder(
    async (inquiry) => {
      Object.assign(now, { phase: "follow-up", index: known.get(inquiry.receiptNumber) ?? -1 });
      return followUp(inquiry);
    },
    () => undefined,
  );

  return {
    desk,
    queue,
    steps,
    fired,
    /** A resident presses until there is a receipt number. */
    async submit(index: number): Promise<void> {
      for (let press = 0; press < 3; press++) {
        Object.assign(now, { phase: "submit", index, isDead: false });
        const receipt = await submit(submissionOf(index)).catch(() => undefined);
        if (receipt?.ok && !now.isDead) return void known.set(receipt.value.receiptNumber, index);
      }
      throw new Error(`Inquiry ${index} was not taken.`);
    },
    /** A process that died answers nothing, whatever its code would have said. */
    drain: () =>
      drainQueue(queue, async (event) => {
        now.isDead = false;
        const answer = await consume(event);
        if (now.isDead) throw new Died();
        return answer;
      }),
    /** The schedule calls: what is owed is put into the queue again. */
    async sweep(): Promise<number> {
      Object.assign(now, { phase: "sweep", index: -1, isDead: false });
      return resumeInquiries(world)();
    },
  };
}

const submissionOf = (index: number): Submission => ({
  submissionId: `6f1c1f0e-0000-4000-8000-${String(index).padStart(12, "0")}`,
  language: "ja",
  category: "C04",
  content: `歩数が増えません。${index}`,
  attributes: {},
  replyTo: { by: "mail", mail: `resident${index}@example.jp` },
  pictures: [],
});

const inquiries = 1_000;
const indexes = Array.from({ length: inquiries }, (_, index) => index);

/** Every call that one inquiry makes on its way, in order. */
async function stepsOfOne(): Promise<string[]> {
  const one = aFaultyDesk(() => undefined);
  await one.submit(0);
  await one.drain();
  return one.steps;
}

function mailsByInquiry(desk: ReturnType<typeof aDesk>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { to } of desk.mailer.sent) counts.set(to, (counts.get(to) ?? 0) + 1);
  return counts;
}

/**
 * The rule of "at least once": the mail went out, and that it did was not written down. Only these are sent again, once the
 * lease of whoever sent the first has ended.
 */
function isBetweenSendingAndMarking({ step, mode }: Fault): boolean {
  const isDone = mode === "unanswered" || mode === "dies after";
  if (step === "follow-up mailer.send#1") return isDone;
  // The first write claims the mail, the second strikes it off.
  return step === "follow-up cases.update#2" && !isDone;
}

describe("of 1,000 inquiries that were taken none is lost", () => {
  test("whichever later step fails, in whichever way: a case each, a task each, and one mail each but for the two-sided cut", async () => {
    const steps = await stepsOfOne();
    // Written down by hand: what the two use cases ask of the world, in order.
    expect(steps).toEqual([
      "submit cases.find#1",
      "submit special-days.all#1",
      "submit cases.open#1",
      "submit queue.push#1",
      "follow-up cases.find#1",
      "follow-up special-days.all#1",
      "follow-up cases.update#1",
      "follow-up mailer.send#1",
      "follow-up cases.update#2",
      "follow-up pause#1",
      "follow-up tasks.start#1",
      "follow-up cases.update#3",
    ]);
    const faults = steps.flatMap((step) => modes.map((mode): Fault => ({ step, mode })));
    const faultOf = (index: number) => faults[index % faults.length];
    const service = aFaultyDesk(faultOf);
    for (const index of indexes) await service.submit(index);
    await service.drain();
    for (let sweeps = 0; (await service.sweep()) > 0; sweeps++) {
      expect(sweeps).toBeLessThan(4);
      await service.drain();
      service.desk.now += 11 * 60_000;
    }

    expect(service.fired.size).toBe(inquiries);
    const cases = await service.desk.cases.ofDay("kobaton-alkoo", "2024-07-16");
    expect(new Set(cases.map(({ content }) => content)).size).toBe(inquiries);
    expect(cases).toHaveLength(inquiries);
    expect(cases.filter(({ owed }) => owed !== undefined)).toEqual([]);
    expect(service.desk.tasks.started.size).toBe(inquiries);
    expect(service.queue.dead).toEqual([]);

    const mails = mailsByInquiry(service.desk);
    const twice = indexes.filter((index) => isBetweenSendingAndMarking(faultOf(index)!));
    // Four of 48 faults: 21 or 20 inquiries each.
    expect(twice).toHaveLength(84);
    for (const index of indexes)
      expect([index, mails.get(`resident${index}@example.jp`)]).toEqual([
        index,
        twice.includes(index) ? 2 : 1,
      ]);
  });

  test("while mail is away for all of them: they lie with the dead letters, and a replay sends every one", async () => {
    const service = aFaultyDesk(() => undefined);
    const { mailer } = service.desk;
    const send = mailer.send.bind(mailer);
    Object.assign(service.desk.mailer, { send: async () => Promise.reject(new Unavailable("SES is away")) });
    for (const index of indexes) await service.submit(index);
    await service.drain();
    expect(service.queue.dead).toHaveLength(inquiries);
    expect(service.desk.mailer.sent).toEqual([]);

    Object.assign(service.desk.mailer, { send });
    service.queue.replay();
    await service.drain();
    expect(service.queue.dead).toEqual([]);
    expect([...mailsByInquiry(service.desk).values()]).toEqual(Array(inquiries).fill(1));
    expect(service.desk.tasks.started.size).toBe(inquiries);
    expect(await service.sweep()).toBe(0);
  });

  test("where the queue forgets everything, the sweep has it all", async () => {
    const service = aFaultyDesk((index) =>
      index < 0 ? undefined : { step: "submit queue.push#1", mode: "refused" },
    );
    for (const index of indexes) await service.submit(index);
    await service.drain();
    expect(service.desk.mailer.sent).toEqual([]);
    expect(await service.sweep()).toBe(inquiries);
    await service.drain();
    expect(mailsByInquiry(service.desk).size).toBe(inquiries);
    expect(await service.sweep()).toBe(0);
  });
});
