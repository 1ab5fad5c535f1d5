import { describe, expect, test } from "vitest";
import { waitingFlow } from "../../../connect-flows/flows/waiting.ts";
import { flowDocument } from "../../../connect-flows/language/to-json.ts";
import { programmes } from "../../../programmes/registry.ts";
import { speechSeconds } from "../../../simulator/speech-duration.ts";
import { waterDesk } from "../../programmes/second-programme.ts";
import { walk, type World } from "./walked-call.ts";

const document = flowDocument(waitingFlow(waterDesk));
const actions = new Map(document.Actions.map((action) => [action.Identifier, action]));
const words = waterDesk.phrases.callbackDialogue;

const shown = { "$.CustomerEndpoint.Address": "+81312345678", "$.Metrics.Queue.Size": "3" };
const valid = { status: "valid", number: "+81312345678", spoken: "ゼロ、サン" };
const invalid = { status: "invalid", number: "", spoken: "" };
const kept = { status: "kept", sentence: "五時までにかけます。" };

/** A call that is interrupted once, is offered a call back and takes it. */
function call(outcomes: World["outcomes"] = {}, values: World["values"] = shown) {
  return walk(document, {
    outcomes: {
      wait: ["MessagesInterrupted"],
      offer: "1",
      offerWithCount: "1",
      checkCalling: valid,
      confirmCalling: "1",
      keep: kept,
      ...outcomes,
    },
    values,
  });
}

describe("a waiting caller", () => {
  test("hears the request to wait, a pause of ten seconds, and so on, until the offer after the programme's wait", () => {
    expect(actions.get(document.StartAction)?.Transitions.NextAction).toBe("wait");
    expect(actions.get("wait")?.Parameters).toEqual({
      Messages: [{ SSML: '<speak>お待ちください。<break time="10s"/></speak>' }],
      InterruptFrequencySeconds: "30",
    });
    expect(waterDesk.callback.offeredAfterSeconds).toBe(30);
  });

  test("whose messages fail keeps the place in the queue, after one more sentence", () => {
    const { spoken, end } = walk(document, {
      outcomes: { MessageParticipantIteratively: "NoMatchingError" },
    });
    expect(spoken).toEqual([waterDesk.phrases.waiting]);
    expect(end).toBe("flow ended");
  });

  test("who does not press 1 goes on waiting and is asked again, three times in all", () => {
    for (const key of ["InputTimeLimitExceeded", "7", "NoMatchingError"]) {
      const { blocks, end } = call({
        wait: Array.from({ length: 10 }, () => "MessagesInterrupted"),
        offerWithCount: key,
      });
      expect(blocks.filter((name) => name === "offerWithCount")).toHaveLength(3);
      expect(blocks.at(-1)).toBe("waitOn");
      expect(end).toBe("waiting");
    }
  });

  test("hears how many wait, where it is known", () => {
    expect(call().spoken[0]).toBe("3人待ちです。かけ直しは1です。");
    for (const size of ["", "0", "null"])
      expect(call({}, { ...shown, "$.Metrics.Queue.Size": size }).spoken[0]).toBe("かけ直しは1です。");
    expect(call({ countWaiting: "NoMatchingError" }).spoken[0]).toBe("かけ直しは1です。");
  });
});

test("the offer of every programme, with the number of people waiting, takes at most 12 s: the caller pays for it", () => {
  expect(programmes.length).toBeGreaterThan(0);
  for (const { phrases } of programmes) {
    const { callbackDialogue: dialogue } = phrases;
    expect(speechSeconds(dialogue.peopleWaiting("12") + dialogue.offer)).toBeLessThanOrEqual(12);
  }
});

describe("a call back to the calling number", () => {
  test("is read back, confirmed, kept, promised, and ends the call", () => {
    const { spoken, asked, attributes, end } = call();
    expect(asked).toEqual([
      { step: "check", number: "+81312345678" },
      { step: "keep", number: "+81312345678" },
    ]);
    expect(spoken.slice(1)).toEqual(["ゼロ、サンでよければ1、違えば2です。", "五時までにかけます。"]);
    expect(attributes).toEqual({ callbackRequested: "true" });
    expect(end).toBe("hung up");
  });

  test("that is kept already is promised too", () => {
    expect(call({ keep: { status: "already", sentence: "承っています。" } })).toMatchObject({
      attributes: { callbackRequested: "true" },
      end: "hung up",
    });
  });

  test("whose promise cannot be said is confirmed in fewer words", () => {
    expect(call({ sayPromise: "NoMatchingError" }).spoken.at(-1)).toBe(words.kept);
  });

  test.each(["InputTimeLimitExceeded", "7"])(
    "that is not confirmed (%s) is not kept, and the caller is told and goes on waiting",
    (key) => {
      const { spoken, asked, end } = call({ confirmCalling: key });
      expect(spoken.at(-1)).toBe(words.notTaken);
      expect(asked.map(({ step }) => step)).toEqual(["check"]);
      expect(end).toBe("waiting");
    },
  );
});

describe("a call back to another number", () => {
  const typed = { confirmCalling: "2", typeNumber: "09012345678", checkTyped: valid, confirmTyped: "1" };

  test("is typed, checked, read back and confirmed", () => {
    const { spoken, asked, end } = call(typed);
    expect(spoken.slice(2, 4)).toEqual([words.typeNumber, "ゼロ、サンでよければ1、違えば2です。"]);
    expect(asked[1]).toEqual({ step: "check", number: "09012345678" });
    expect(end).toBe("hung up");
  });

  test("is asked for where the calling number is withheld", () => {
    const { spoken, end } = call(
      { ...typed, checkCalling: invalid },
      { ...shown, "$.CustomerEndpoint.Address": "" },
    );
    expect(spoken[1]).toBe(words.typeNumber);
    expect(end).toBe("hung up");
  });

  test.each<[string, World["outcomes"]]>([
    ["types nothing", { typeNumber: [] }],
    ["types a number that cannot be called", { checkTyped: invalid }],
    ["confirms nothing", { confirmTyped: "InputTimeLimitExceeded" }],
    ["wants another number again", { confirmTyped: "2" }],
  ])("is asked for twice at most: who %s is told and goes on waiting", (_, outcomes) => {
    const { blocks, spoken, end } = call({ ...typed, ...outcomes });
    expect(blocks.filter((name) => name === "typeNumber")).toHaveLength(2);
    expect(spoken.at(-1)).toBe(words.notTaken);
    expect(end).toBe("waiting");
  });

  test("takes eleven digits, ended with #, and five seconds between two", () => {
    expect(actions.get("typeNumber")?.Parameters).toEqual({
      Text: words.typeNumber,
      InputTimeLimitSeconds: "10",
      StoreInput: "True",
      InputValidation: { CustomValidation: { MaximumLength: "11" } },
      DTMFConfiguration: {
        InputTerminationSequence: "#",
        DisableCancelKey: "False",
        InterdigitTimeLimitSeconds: "5",
      },
    });
  });
});

describe("whatever fails while a call back is asked for", () => {
  const typed = { confirmCalling: "2", typeNumber: "09012345678", checkTyped: valid, confirmTyped: "1" };

  test.each<[string, World["outcomes"]]>([
    ["the first check fails", { checkCalling: "NoMatchingError" }],
    ["the first check answers something else", { checkCalling: { status: "?" } }],
    ["the second check fails", { ...typed, checkTyped: "NoMatchingError" }],
    ["the second check answers nothing", { ...typed, checkTyped: {} }],
    ["typing fails", { ...typed, typeNumber: "NoMatchingError" }],
    ["keeping fails", { keep: "NoMatchingError" }],
    ["keeping answers something else", { keep: { status: "?" } }],
  ])("%s: the caller is told what is true and goes on waiting", (_, outcomes) => {
    const { spoken, attributes, end } = call(outcomes);
    expect(spoken.at(-1)).toBe(words.failed);
    expect(attributes).toEqual({});
    expect(end).toBe("waiting");
  });

  test("no fault of a single block hangs up without a promise", () => {
    const failing = document.Actions.filter(({ Transitions }) =>
      Transitions.Errors?.some(({ ErrorType }) => ErrorType === "NoMatchingError"),
    );
    expect(failing.length).toBeGreaterThan(15);
    for (const { Identifier } of failing) {
      const { end, attributes, asked } = call({ ...typed, [Identifier]: "NoMatchingError" });
      if (end === "hung up") expect(asked.at(-1)?.step, Identifier).toBe("keep");
      else expect(attributes, Identifier).toEqual({});
    }
  });

  test("the log is off wherever a number is in the flow's hands, and on again when the caller waits", () => {
    for (const outcomes of [{}, typed, { keep: "NoMatchingError" }, { confirmCalling: "7" }]) {
      const { blocks } = call(outcomes);
      expect(blocks.indexOf("loggingOff")).toBeGreaterThan(-1);
      expect(blocks.indexOf("loggingOff")).toBeLessThan(blocks.indexOf("checkCalling"));
      expect(blocks.filter((name) => name.startsWith("loggingOn"))).toHaveLength(1);
    }
  });
});
