import { describe, expect, test } from "vitest";
import { at, block, flowText, givenAnExchange, hangUp, heard, run, say } from "../exchange-fixture.ts";

const custom = (MaximumLength: string) => ({ CustomValidation: { MaximumLength } });
const local = { PhoneNumberValidation: { NumberFormat: "Local", CountryCode: "JP" } };

/** Asks for input with a prompt of 2 seconds and 5 seconds to the first key, then says what was stored. */
function asking(
  InputValidation: object,
  DTMFConfiguration: object = {},
  errors: Record<string, string> = {},
) {
  const parameters = {
    Text: "おでんわありがとうございます",
    StoreInput: "True",
    InputTimeLimitSeconds: "5",
    InputValidation,
    DTMFConfiguration,
  };
  return givenAnExchange({
    inbound: flowText(
      block("問", "GetParticipantInput", parameters, {
        next: "言",
        errors: { NoMatchingError: "失敗", ...errors },
      }),
      say("言", "入力は$.StoredCustomerInput"),
      say("誤り", "番号が違います"),
      say("失敗", "しっぱい"),
      hangUp,
    ),
  });
}

async function lastHeardAfter(keys: string, ...given: Parameters<typeof asking>) {
  const { exchange, dial } = asking(...given);
  const call = dial({ keys: [keys] });
  await exchange.runUntilIdle();
  return heard(call).at(-1);
}

describe("an input that is stored", () => {
  test.each([
    ["is over when it is as long as it may be", "1234", "1234"],
    ["is over at the pound key, which is not part of it", "12#", "12"],
    ["begins afresh at the star key", "12*34#", "34"],
  ])("%s", async (_, keys, stored) => {
    expect(await lastHeardAfter(keys, custom("4"))).toBe(`入力は${stored}`);
  });

  test("keeps the star when the cancel key is disabled, and ends at the sequence that the flow names", async () => {
    const keys = { DisableCancelKey: "True", InputTerminationSequence: "99" };
    expect(await lastHeardAfter("1*299", custom("9"), keys)).toBe("入力は1*2");
  });

  test("of nothing at all is no error but the word Timeout, after the time to the first key", async () => {
    const { exchange, dial } = asking(custom("4"));
    const call = dial();
    await exchange.runUntilIdle();
    expect(heard(call).at(-1)).toBe("入力はTimeout");
    // 2 seconds of prompt and 5 of silence.
    expect(call.transcript.at(-2)?.at).toBe(at("10:00:07"));
  });

  test.each([
    ["five seconds", {}, "10:00:08"],
    ["the seconds that the flow names", { InterdigitTimeLimitSeconds: "2" }, "10:00:05"],
  ])("is over %s after the last key", async (_, keys, expected) => {
    const { exchange, dial } = asking(custom("9"), keys);
    const call = dial({ keys: ["12"] });
    await exchange.runUntilIdle();
    // The keys are pressed a second after the prompt of 2 seconds: at 10:00:03.
    expect(call.transcript.find(({ text }) => text === "入力は12")?.at).toBe(at(expected));
  });

  test("begins in the middle of the prompt, which stops", async () => {
    const { exchange, dial } = asking(custom("4"));
    const call = dial();
    await exchange.advanceTo(at("10:00:01"));
    expect(call.listening).toBe(true);
    call.press("1");
    await exchange.advanceTo(at("10:00:03"));
    call.press("2#");
    await exchange.advanceBy(0);
    expect([call.transcript[1], call.listening]).toEqual([
      { at: at(), kind: "said", text: "おでんわありがとうございます", seconds: 1, interrupted: true },
      false,
    ]);
    expect(heard(call).at(-1)).toBe("入力は12");
  });
});

describe("a telephone number that is typed", () => {
  const wrong = { InvalidPhoneNumber: "誤り" };

  test("as in Japan is stored in E.164", async () => {
    expect(await lastHeardAfter("09012345678#", local, {}, wrong)).toBe("入力は+819012345678");
  });

  test("in E.164 gets its plus sign", async () => {
    const e164 = { PhoneNumberValidation: { NumberFormat: "E164" } };
    expect(await lastHeardAfter("819012345678#", e164, {}, wrong)).toBe("入力は+819012345678");
    expect(await lastHeardAfter("09012345678#", e164, {}, wrong)).toBe("番号が違います");
  });

  test("with too few digits takes its own error branch, else the general one", async () => {
    expect(await lastHeardAfter("0901#", local, {}, wrong)).toBe("番号が違います");
    expect(await lastHeardAfter("0901#", local)).toBe("しっぱい");
  });

  test("that is not typed is Timeout too", async () => {
    expect(await lastHeardAfter("", local, {}, wrong)).toBe("入力はTimeout");
  });
});

describe("the touch-tone buffer", () => {
  const menu = block(
    "品書",
    "GetParticipantInput",
    { Text: "おでんわありがとうございます", InputTimeLimitSeconds: "5" },
    { when: { "2": "成功" }, errors: { InputTimeLimitExceeded: "その他", NoMatchingCondition: "失敗" } },
  );
  const ends = [say("成功", "せいこう"), say("失敗", "しっぱい"), say("その他", "そのほか"), hangUp];

  test.each([
    ["True", ["おまちください", "せいこう"]],
    ["False", ["おまちください", "おでんわありがとうございます", "そのほか"]],
  ])(
    "when it is %s decides whether a key pressed during a message counts",
    async (EnableDTMFBuffer, expected) => {
      const { exchange, dial } = givenAnExchange({
        inbound: flowText(
          block("蓄え", "GetParticipantInput", { EnableDTMFBuffer }, { next: "挨拶" }),
          say("挨拶", "おまちください", "品書"),
          menu,
          ...ends,
        ),
      });
      const call = dial();
      await exchange.advanceTo(at("10:00:00.5"));
      expect([call.listening, call.position]).toEqual([false, { flow: "入口", block: "挨拶" }]);
      call.press("2");
      await exchange.runUntilIdle();
      expect(heard(call)).toEqual(expected);
    },
  );
});

describe("what Connect would refuse", () => {
  test.each([
    [{ InputValidation: {} }, "exactly one of PhoneNumberValidation and CustomValidation"],
    [{ InputValidation: { ...local, ...custom("4") } }, "exactly one of"],
    [
      { InputValidation: { PhoneNumberValidation: { NumberFormat: "Local", CountryCode: "US" } } },
      "only numbers of the country JP",
    ],
    [
      { InputValidation: custom("4"), DTMFConfiguration: { InputTerminationSequence: "123456" } },
      "at most 5 keys",
    ],
  ])("%o is a mistake in the flow", async (parameters, problem) => {
    const all = { Text: "あ", StoreInput: "True", InputTimeLimitSeconds: "5", ...parameters };
    await expect(run([block("問", "GetParticipantInput", all)])).rejects.toThrow(problem);
  });
});
