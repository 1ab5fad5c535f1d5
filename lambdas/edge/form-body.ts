import type { APIGatewayProxyEvent } from "aws-lambda";
import { type FormLanguage, formLanguageOf } from "../../domain/form-language.ts";
import { limits } from "../../web/form/form-rules.js";

/** What a page of the form sent: texts by the name of their field, and the files of `pictures`. Each name counts once. */
export interface FormBody {
  readonly fields: Readonly<Record<string, string>>;
  readonly files: readonly File[];
}

/** Why a body was not read, and in which language to say so. */
export interface RefusedBody {
  readonly refused: "too-large" | "unreadable";
  readonly language: FormLanguage;
}

type FormEvent = Pick<APIGatewayProxyEvent, "body" | "headers" | "isBase64Encoded">;

/** The texts of a form that is filled in to its limits take a tenth of this; a longer one is shown with what is too long. */
const largestTextBytes = 500_000;

const formTypes = ["application/x-www-form-urlencoded", "multipart/form-data"];

/**
 * Reads what a page or its script sent: a plain form post, one with files, or an object of texts as JSON. Bytes that are no
 * UTF-8 are replaced, as browsers do.
 */
export async function readFormBody(event: FormEvent): Promise<FormBody | RefusedBody> {
  const type = headerOf(event, "content-type");
  const mediaType = type.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  const bytes = Buffer.from(event.body ?? "", event.isBase64Encoded ? "base64" : "utf8");
  const refuse = (refused: RefusedBody["refused"]): RefusedBody => ({ refused, language: languageIn(bytes) });
  const hasFiles = mediaType === "multipart/form-data";
  if (bytes.length > largestTextBytes + (hasFiles ? limits.pictureBytes : 0)) return refuse("too-large");
  try {
    if (mediaType === "application/json")
      return { fields: textsOf(JSON.parse(bytes.toString("utf8"))), files: [] };
    if (!formTypes.includes(mediaType)) return refuse("unreadable");
    return partsOf(await new Response(bytes, { headers: { "content-type": type } }).formData());
  } catch {
    return refuse("unreadable");
  }
}

/** A header, by its name in lower case; "" where it is missing. REST APIs pass names on as they came. */
export function headerOf({ headers }: Pick<APIGatewayProxyEvent, "headers">, name: string): string {
  return Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name)?.[1] ?? "";
}

function textsOf(parsed: unknown): FormBody["fields"] {
  const texts = Object.entries(Object(parsed)).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  return Object.fromEntries(texts);
}

function partsOf(form: FormData): FormBody {
  const fields = new Map<string, string>();
  const files: File[] = [];
  for (const [name, value] of form) {
    if (typeof value === "string") {
      if (!fields.has(name)) fields.set(name, value);
    } else if (name === "pictures" && value.size > 0) files.push(value);
  }
  return { fields: Object.fromEntries(fields), files };
}

/** The language that a body names, found without reading the rest, whatever its type. */
function languageIn(bytes: Buffer): FormLanguage {
  return formLanguageOf(/\blanguage\b[^a-z]{1,12}(ja|easy|en)\b/.exec(bytes.toString("latin1"))?.[1]);
}
