import { textElement, xmlDocument } from "./xml.ts";

/** Why a call to SES v1 is not taken. */
export interface MailRefusal {
  readonly code: "InvalidAction" | "InvalidParameterValue";
  readonly message: string;
}

/** What SES v1 SendEmail takes here; the form has these names. */
const knownParameters = [
  /^(Action|Version|Source)$/,
  /^(Destination\.(To|Cc|Bcc)Addresses|ReplyToAddresses)\.member\.1$/,
  /^Message\.(Subject|Body\.Text|Body\.Html)\.(Data|Charset)$/,
  // By them SES tells later what became of a mail; here nothing ever comes back.
  /^(ConfigurationSetName|Tags\.member\.\d+\.(Name|Value))$/,
];

/** Why a form is not taken: another action, or a parameter that would be dropped without a word. */
export function refusalOfForm(form: URLSearchParams): MailRefusal | undefined {
  const action = form.get("Action");
  if (action !== "SendEmail")
    return {
      code: "InvalidAction",
      message: `The local SES does not provide ${action ?? "a call without an action"}.`,
    };
  const unknown = [...form.keys()].find((name) => !knownParameters.some((pattern) => pattern.test(name)));
  if (unknown === undefined) return undefined;
  return {
    code: "InvalidParameterValue",
    message: `The local SES does not provide ${unknown} in SendEmail.`,
  };
}

/** A refusal as SES v1 writes it (docs.aws.amazon.com/ses/latest/APIReference/CommonErrors.html). */
export function refusalDocument({ code, message }: MailRefusal): string {
  const error = [textElement("Type", "Sender"), textElement("Code", code), textElement("Message", message)];
  return xmlDocument(
    "ErrorResponse",
    `<Error>${error.join("")}</Error>`,
    ' xmlns="http://ses.amazonaws.com/doc/2010-12-01/"',
  );
}
