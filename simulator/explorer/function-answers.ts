/** One answer that a function may give: of each key, the texts that are possible; `*` is any text that is not empty. */
export interface FunctionAnswer {
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** Whether the answer decides that the desk is open or closed. */
  readonly decides?: "open" | "closed";
  /** A call back is stored once this was answered. */
  readonly keepsCallback?: true;
  /** What it means, in Japanese, for a caller's story. */
  readonly note: string;
}

/** As it is printed; a receipt number always has hyphens. */
const receiptNumber = "4198-4829-1374";

/** What an answer about the caller holds whether the desk is open or not. */
const known = {
  caller: ["first", "returning"],
  openCase: ["", receiptNumber],
  announced: ["no", "yes"],
  announcement: ["", "*"],
  route: ["operator", "supervisor"],
};

/**
 * What our own functions may answer, by the placeholder that names the function and by the parameter `step`. Besides
 * these, each may fail or take too long. An answer without any key stands for a malformed one.
 */
const ownFunctionAnswers: Readonly<Record<string, Readonly<Record<string, readonly FunctionAnswer[]>>>> = {
  AnswerCallFunction: {
    arrival: [
      {
        fields: {
          ...known,
          status: ["open"],
          reason: [""],
          nextOpening: [""],
          sentence: [""],
        },
        decides: "open",
        note: "受付中と判定",
      },
      {
        fields: {
          ...known,
          status: ["closed"],
          reason: ["*"],
          nextOpening: ["*"],
          sentence: ["*"],
        },
        decides: "closed",
        note: "受付時間外と判定",
      },
      { fields: {}, note: "到着の判定が空の答え" },
    ],
  },
  CallbackFunction: {
    check: [
      { fields: { status: ["valid"], number: ["*"], spoken: ["*"] }, note: "番号は有効" },
      { fields: { status: ["invalid"], number: [""], spoken: [""] }, note: "番号は無効" },
      { fields: {}, note: "番号の確認が空の答え" },
    ],
    keep: [
      { fields: { status: ["kept"], sentence: ["*"] }, keepsCallback: true, note: "折り返しを登録" },
      { fields: { status: ["already"], sentence: ["*"] }, keepsCallback: true, note: "折り返しは登録済み" },
      { fields: { status: ["invalid"], sentence: [""] }, note: "番号は無効" },
      { fields: {}, note: "折り返しの登録が空の答え" },
    ],
  },
};

/** The possible answers of a function of ours; undefined for anybody else's. */
export function answersOf(
  functionArn: string,
  step: string | undefined,
): readonly FunctionAnswer[] | undefined {
  const [, placeholder = ""] = /^\$\{([A-Za-z0-9]+)\}$/.exec(functionArn) ?? [];
  const steps = ownFunctionAnswers[placeholder];
  return steps && (step === undefined ? Object.values(steps).flat() : steps[step]);
}
