import type { Block, BlockKind, BlockOf } from "./block.ts";

/** AWS administrator guide: a text for text-to-speech has at most 3,000 characters that are charged for. */
const mostTextCharacters = 3000;
/** AWS administrator guide, Invoke AWS Lambda function: a synchronous call waits 8 seconds at most. */
const mostLambdaSeconds = 8;
/** AWS administrator guide, Loop prompts: an operator is offered a call for 20 seconds. */
const offerSeconds = 20;
/** Amazon Polly, SSML `break`: 10 seconds at most. */
const mostPauseSeconds = 10;
/** AWS administrator guide, Get customer input: a caller has 179 seconds at most to press a key. */
const mostInputSeconds = 179;
/** AWS developer guide, Loop. */
const mostLoops = 100;
/** E.164: a telephone number has at most 15 digits; nothing longer is asked for. */
const mostStoredDigits = 15;
/** SDK, UpdateContactAttributes: alphanumeric, dash and underscore. */
const attributeKey = /^[A-Za-z0-9_-]+$/;

const checks: { readonly [Kind in BlockKind]?: (block: BlockOf<Kind>) => string[] } = {
  say: ({ text }) => textProblems(text),
  invokeLambda: ({ timeLimitSeconds }) =>
    isWhole(timeLimitSeconds, 1, mostLambdaSeconds)
      ? []
      : [
          `waits ${timeLimitSeconds} s for the function: choose a whole number from 1 to ${mostLambdaSeconds}.`,
        ],
  setAttributes: ({ attributes }) =>
    Object.keys(attributes)
      .filter((key) => !attributeKey.test(key))
      .map((key) => `writes the attribute "${key}": use only letters, digits, - and _ in its name.`),
  compare: ({ cases }) =>
    Object.keys(cases).length > 0 ? [] : ["compares with nothing: give it at least one case."],
  menu: ({ text, limitSeconds, keys }) => [
    ...textProblems(text),
    ...inputLimitProblems(limitSeconds),
    ...(Object.keys(keys).length > 0 ? [] : ["asks for no key: give it at least one."]),
    ...Object.keys(keys)
      .filter((key) => !/^[0-9#]$/.test(key))
      .map((key) => `asks for the key "${key}", which no telephone has: use 0 to 9 or #.`),
  ],
  storeNumber: ({ text, limitSeconds, mostDigits }) => [
    ...textProblems(text),
    ...inputLimitProblems(limitSeconds),
    ...(isWhole(mostDigits, 1, mostStoredDigits)
      ? []
      : [`takes ${mostDigits} digits: choose a whole number from 1 to ${mostStoredDigits}.`]),
  ],
  loop: ({ times }) =>
    isWhole(times, 0, mostLoops)
      ? []
      : [`goes round ${times} times: choose a whole number from 0 to ${mostLoops}.`],
  test: ({ operator, operand }) =>
    operator === "TextContains" || /^-?\d+(\.\d+)?$/.test(operand)
      ? []
      : [`compares with "${operand}" as a number: give it one.`],
  repeatMessages: ({ messages, interruption }) => [
    ...(messages.length > 0 ? [] : ["repeats no message: give it at least one."]),
    ...messages.flatMap(({ text }) => textProblems(text)),
    ...messages
      .filter(({ pauseSeconds }) => !isWhole(pauseSeconds, 0, mostPauseSeconds))
      .map(
        ({ pauseSeconds }) =>
          `pauses for ${pauseSeconds} s: choose a whole number from 0 to ${mostPauseSeconds}.`,
      ),
    ...(interruption === "none" || interruption.afterSeconds > offerSeconds
      ? []
      : [
          `interrupts after ${interruption.afterSeconds} s, while an operator may still be offered the call: ` +
            `choose more than ${offerSeconds}.`,
        ]),
  ],
};

/** What is wrong with the values of one block, as sentences that say what to do. */
export function valueProblems(block: Block): string[] {
  return checked(block);
}

function checked<Kind extends BlockKind>(block: BlockOf<Kind>): string[] {
  return checks[block.kind]?.(block) ?? [];
}

function textProblems(text: string): string[] {
  if (text.trim() === "") return ["has nothing to say: give it a text."];
  return text.length <= mostTextCharacters
    ? []
    : [`says ${text.length} characters and Connect takes ${mostTextCharacters}: shorten the text.`];
}

function inputLimitProblems(limitSeconds: number): string[] {
  return isWhole(limitSeconds, 1, mostInputSeconds)
    ? []
    : [`waits ${limitSeconds} s for a key: choose a whole number from 1 to ${mostInputSeconds}.`];
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
