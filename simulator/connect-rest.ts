import { isObject } from "./flow-document.ts";

/** An answer of Amazon Connect's API: HTTP status, and the JSON of the body. */
export interface ApiAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A request's body, or its query's values. */
export type Body = Readonly<Record<string, unknown>>;

/** A member that is a text; undefined where it is anything else. */
export function text(body: Body, name: string): string | undefined {
  const value = body[name];
  return typeof value === "string" ? value : undefined;
}

/** The members of an object as texts; none of anything else. */
export function texts(value: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(isObject(value) ? value : {}).map(([key, each]) => [key, String(each)]),
  );
}

/** A list as it is; an empty one of anything else. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** 200 with what was asked for. */
export function ok(body: ApiAnswer["body"]): ApiAnswer {
  return { status: 200, body };
}

/** 404 for a contact that the exchange does not know. */
export function noContact(contactId: string): ApiAnswer {
  return missing(`There is no contact ${contactId}.`);
}

/** 404, as AWS words it. */
export function missing(message: string): ApiAnswer {
  return problem(404, "ResourceNotFoundException", message);
}

/** 400, as AWS words it. */
export function invalid(message: string): ApiAnswer {
  return problem(400, "InvalidRequestException", message);
}

/** REST JSON names the error in the body when the server cannot set the header x-amzn-ErrorType. */
export function problem(status: number, type: string, Message: string): ApiAnswer {
  return { status, body: { __type: type, Message, message: Message } };
}
