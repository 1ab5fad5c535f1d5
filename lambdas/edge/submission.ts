import type { AttributeName, InquirerAttributes, ReplyTo } from "../../domain/case/case.ts";
import type { PictureRef } from "../../domain/case/picture.ts";
import type { FormLanguage } from "../../domain/form-language.ts";
import { parseTelephoneNumber } from "../../domain/telephone-number.ts";
import type { Submission } from "../../usecases/inquiries/submit-web-form.ts";
import type { FormFields } from "../../web/form/form-rules.js";

const attributeNames: readonly AttributeName[] = ["relation", "municipality", "ageBand", "device"];

/** An inquiry of fields that are right. What does not belong to the chosen way of replying is left out. */
export function submissionOf(
  fields: FormFields,
  page: {
    readonly submissionId: string;
    readonly language: FormLanguage;
    readonly pictures: readonly PictureRef[];
  },
): Submission {
  const chosen = attributeNames.flatMap((name) => (fields[name] === "" ? [] : [[name, fields[name]]]));
  return {
    ...page,
    category: fields.category,
    content: fields.content.trim(),
    attributes: Object.fromEntries(chosen) as InquirerAttributes,
    replyTo: replyToOf(fields),
  };
}

function replyToOf({ replyBy, mail, telephone, reachable, name }: FormFields): ReplyTo {
  const named = name === "" ? {} : { name };
  if (replyBy === "mail") return { by: "mail", mail, ...named };
  if (replyBy !== "telephone") return { by: "none" };
  const number = parseTelephoneNumber(telephone);
  if (!number.ok) throw new Error("A telephone number that the form's rules take cannot be read.");
  return { by: "telephone", number: number.value, ...named, ...(reachable !== "" && { reachable }) };
}
