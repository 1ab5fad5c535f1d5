import { shownNumber } from "./shown-number.ts";

/**
 * What a flow asks a function, as far as it is used; every part may be missing. Source: Amazon Connect administrator
 * guide, "Invoke AWS Lambda functions".
 */
export interface FlowQuestion {
  readonly Details?: {
    readonly ContactData?: {
      readonly ContactId?: string | null;
      readonly InitialContactId?: string | null;
      readonly CustomerEndpoint?: { readonly Address?: string | null } | null;
    };
    readonly Parameters?: Readonly<Record<string, string>>;
  };
}

/** The first contact of the call, which stays the same through transfers; undefined where the question names none. */
export function namedContactOf({ Details }: FlowQuestion): string | undefined {
  return Details?.ContactData?.InitialContactId || Details?.ContactData?.ContactId || undefined;
}

/** The same where one must be named. Throws where the question names none. */
export function contactIdOf(question: FlowQuestion): string {
  const contactId = namedContactOf(question);
  if (contactId === undefined) throw new Error("The question names no contact.");
  return contactId;
}

/** The caller's number in E.164, or undefined. */
export function callerNumberOf({ Details }: FlowQuestion): string | undefined {
  return shownNumber(Details?.ContactData?.CustomerEndpoint?.Address);
}
