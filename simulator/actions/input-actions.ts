import {
  isTrue,
  numberParameter,
  objectParameter,
  optionalText,
  requiredText,
  speechOf,
  unspeakable,
  wholeNumber,
} from "../action-parameters.ts";
import { isObject } from "../flow-document.ts";
import { type ActionRule, failed, flowMistake, type InputRule, type Situation } from "../step.ts";

/** The console's largest time limit for an input (AWS administrator guide). */
const longestInputSeconds = 179;

/** What Amazon Connect waits from key to key when a flow says nothing else (AWS, store customer input). */
const usualInterdigitSeconds = 5;

/** The longest number in E.164, in digits. */
const longestNumber = 15;

/** What ends an input when a flow names nothing else (assumed from the console's preset). */
const usualTerminator = "#";

/** The block that listens, in its three forms. */
export const inputActions: Readonly<Record<string, ActionRule>> = {
  /** A menu of one key, an input that is stored, or (observed) only the switch that keeps keys for later blocks. */
  GetParticipantInput(situation) {
    const buffer = optionalText(situation, "EnableDTMFBuffer");
    if (buffer !== undefined)
      return {
        does: "go",
        contact: { ...situation.contact, keepsKeys: isTrue(situation, "EnableDTMFBuffer") },
      };
    const isStored = isTrue(situation, "StoreInput");
    const speech = speechOf(situation);
    const problem = unspeakable(speech);
    if (problem) return failed(problem);
    return isStored
      ? { does: "collect", speech, input: inputRule(situation) }
      : { does: "listen", speech, limitSeconds: firstKeySeconds(situation) };
  },
};

function firstKeySeconds(situation: Situation): number {
  return numberParameter(situation, "InputTimeLimitSeconds", 1, longestInputSeconds);
}

function inputRule(situation: Situation): InputRule {
  const keys = objectParameter(situation, "DTMFConfiguration");
  const interdigit = optionalText(situation, "InterdigitTimeLimitSeconds", keys);
  const terminator = optionalText(situation, "InputTerminationSequence", keys) ?? usualTerminator;
  if (!/^[0-9#*]{0,5}$/.test(terminator))
    throw flowMistake(situation, "InputTerminationSequence takes at most 5 keys.");
  return {
    limitSeconds: firstKeySeconds(situation),
    interdigitSeconds:
      interdigit === undefined ? usualInterdigitSeconds : wholeNumber(situation, interdigit, 1, 20),
    terminator,
    canCancel: !isTrue(situation, "DisableCancelKey", keys),
    ...validationOf(situation),
  };
}

function validationOf(situation: Situation): Pick<InputRule, "mostKeys" | "numberFormat"> {
  const validation = objectParameter(situation, "InputValidation");
  const { PhoneNumberValidation: phone, CustomValidation: custom } = validation;
  if (isObject(phone) === isObject(custom))
    throw flowMistake(
      situation,
      "give InputValidation exactly one of PhoneNumberValidation and CustomValidation.",
    );
  if (isObject(custom)) {
    const length = custom["MaximumLength"];
    const text =
      typeof length === "number" ? String(length) : requiredText(situation, "MaximumLength", custom);
    return { mostKeys: wholeNumber(situation, text, 1, 250) };
  }
  return { mostKeys: longestNumber, numberFormat: numberFormat(situation, isObject(phone) ? phone : {}) };
}

function numberFormat(situation: Situation, phone: Readonly<Record<string, unknown>>): "Local" | "E164" {
  const format = requiredText(situation, "NumberFormat", phone);
  if (format === "E164") return format;
  if (format !== "Local") throw flowMistake(situation, "NumberFormat must be Local or E164.");
  if (requiredText(situation, "CountryCode", phone) !== "JP")
    throw flowMistake(situation, "only numbers of the country JP are simulated.");
  return format;
}
