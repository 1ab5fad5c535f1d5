import fc from "fast-check";
import { expect, test } from "vitest";
import type { Call } from "../../simulator/call.ts";
import type { Operator } from "../../simulator/operator.ts";
import { at, block, hangUp, queueArn, type Scene, say } from "./exchange-fixture.ts";
import { givenHooks } from "./hooks-fixture.ts";

const end = block("終", "EndFlowExecution", {});
const music = block(
  "曲",
  "MessageParticipantIteratively",
  { Messages: [{ Text: "ほりゅうちゅうです" }] },
  { errors: { NoMatchingError: "終" } },
);
const hooks = {
  AgentWhisper: { type: "AGENT_WHISPER", blocks: [say("言", "おまちください", "終"), end] },
  CustomerHold: { type: "CUSTOMER_HOLD", blocks: [music, end] },
  CustomerRemaining: { type: "CONTACT_FLOW", blocks: [say("礼", "おまちください"), hangUp] },
};

interface Moment {
  readonly scene: Scene;
  readonly operator: Operator;
  readonly call: Call | undefined;
  readonly seconds: number;
}

/** What people can do, the frequent more than once. */
const deeds: readonly ((moment: Moment) => unknown)[] = [
  ({ scene }) => scene.dial({ at: scene.exchange.now() }),
  ({ scene }) => scene.dial({ at: scene.exchange.now() }),
  ({ operator, call }) => call && operator.answer(call),
  ({ operator, call }) => call && operator.answer(call),
  ({ scene }) => scene.exchange.calls().at(-1)?.hangUp(),
  ({ scene }) => scene.exchange.calls()[0]?.hangUp(),
  ({ operator, call, seconds }) => call && operator.finish(call, seconds),
  ({ operator, call }) => call && operator.hold(call),
  ({ operator, call }) => call && operator.resume(call),
  ({ operator, call }) => call && operator.transfer(call, { flowArn: "to-leaders" }),
  ({ operator, call }) => call && operator.transfer(call, { flowArn: "to-leaders" }),
  ({ operator, call }) => call && operator.transfer(call, { flowArn: "to-operator", operatorArn: "agent-2" }),
  ({ operator }) => operator.dial("+81312345678", queueArn),
  ({ operator }) => operator.signIn(),
  ({ operator }) => operator.signOut(),
];

/** Anybody does anything at any time; each is refused or done. */
const story = fc.array(
  fc.record({
    deed: fc.constantFrom(...deeds),
    who: fc.nat(1),
    seconds: fc.nat(12),
  }),
  { minLength: 10, maxLength: 60, size: "max" },
);

test("whatever people do, every contact begins once, ends once and has one record, and chains hold together", async () => {
  let contacts = 0;
  let transfers = 0;
  await fc.assert(
    fc.asyncProperty(story, async (steps) => {
      const scene = givenHooks(hooks, { offerSeconds: 20 });
      const { exchange, events, records } = scene;
      const desk = [scene.operator(), scene.operator({ username: "OP02", arn: "agent-2" })];
      await exchange.advanceTo(at());
      for (const operator of desk) operator.signIn();
      for (const { deed, who, seconds } of steps) {
        const operator = desk[who] ?? scene.operator();
        deed({ scene, operator, call: operator.call, seconds });
        await exchange.advanceBy(seconds);
      }
      for (const call of exchange.calls()) call.hangUp();
      for (const operator of desk) if (operator.call) operator.finish(operator.call, 0);
      await exchange.runUntilIdle();
      const ids = (type: string) =>
        events.filter(({ detail }) => detail.eventType === type).map(({ detail }) => detail.contactId);
      const begun = ids("INITIATED").toSorted();
      contacts += begun.length;
      transfers += records.filter(({ NextContactId }) => NextContactId !== null).length;
      expect(exchange.calls()).toEqual([]);
      expect(new Set(begun).size).toBe(begun.length);
      expect(ids("DISCONNECTED").toSorted()).toEqual(begun);
      expect(ids("COMPLETED").toSorted()).toEqual(begun);
      expect(records.map(({ ContactId }) => ContactId).toSorted()).toEqual(begun);
      for (const { ContactId, NextContactId } of records)
        if (NextContactId !== null)
          expect(records.find((each) => each.ContactId === NextContactId)?.PreviousContactId).toBe(ContactId);
    }),
    { numRuns: 300, seed: 20240716 },
  );
  expect(contacts).toBeGreaterThan(1_000);
  expect(transfers).toBeGreaterThan(50);
});
