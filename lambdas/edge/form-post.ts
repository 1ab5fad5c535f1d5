import type { APIGatewayProxyEvent } from "aws-lambda";
import { type FormLanguage, formLanguageOf } from "../../domain/form-language.ts";
import type { GivenPicture } from "../../usecases/ports/inquiries.ts";
import { type FormFields, normalised, type Problem } from "../../web/form/form-rules.js";
import { headerOf, type RefusedBody, readFormBody } from "./form-body.ts";
import { givenPictures } from "./given-pictures.ts";

/** What a page of the form sent, ready to be judged. */
export interface FormPost {
  readonly fields: FormFields;
  readonly language: FormLanguage;
  readonly token: string;
  readonly pictures: readonly GivenPicture[];
  readonly pictureProblems: readonly Problem[];
  /** The pictures that the service keeps for this page are to go. */
  readonly dropsPictures: boolean;
  /** Sent in a way in which no person sends it from our page. */
  readonly isSuspicious: boolean;
}

/** What may be a token; anything else is none, and is not shown again. */
const tokenShape = /^[\w.-]{1,200}$/;

/** Reads a post of the form. `switchTo` is the language that a button of the form asks for. */
export async function readFormPost(event: APIGatewayProxyEvent): Promise<FormPost | RefusedBody> {
  const body = await readFormBody(event);
  if ("refused" in body) return body;
  const given = normalised(body.fields);
  const { pictures, problems } = await givenPictures(body.files);
  const token = body.fields["token"] ?? "";
  return {
    // What filled the trap is not shown again: a person whose browser filled it in need only press once more.
    fields: { ...given, website: "" },
    language: formLanguageOf(body.fields["switchTo"] ?? body.fields["language"]),
    token: tokenShape.test(token) ? token : "",
    pictures,
    pictureProblems: problems,
    dropsPictures: body.fields["dropPictures"] === "yes",
    isSuspicious: given.website !== "" || isFromAnotherSite(event),
  };
}

/**
 * Whether another site's page made the browser send this. Every browser in use says so (W3C, "Fetch Metadata Request
 * Headers", in all since 2023); of one that does not, the token must do.
 */
function isFromAnotherSite(event: APIGatewayProxyEvent): boolean {
  return !["", "same-origin", "none"].includes(headerOf(event, "sec-fetch-site"));
}

/** Whether the form was sent by its script, which reads the answer itself. */
export function wantsJson(event: APIGatewayProxyEvent): boolean {
  return headerOf(event, "accept").includes("application/json");
}
