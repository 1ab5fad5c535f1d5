import { staffCodeOf } from "../../domain/staff-code.ts";
import type { Programme } from "../../domain/programme.ts";
import type { PersonKeys } from "../ports/callers.ts";
import type { ReportedContact } from "./record-contact.ts";

/** What a contact record says, with who spoke. */
export interface IdentifiedContact extends ReportedContact {
  /** The other party's number in E.164; absent where it was withheld or unknown. */
  readonly telephoneNumber?: string | undefined;
  /** The operator's user name in Amazon Connect. It may be a person's name. */
  readonly operatorUserName?: string | undefined;
}

/**
 * Puts a keyed hash in the place of the number and a staff code in the place of the user name; neither is kept anywhere.
 * Throws `Unavailable` where the key cannot be read.
 */
export function hideIdentity(services: { readonly programme: Programme; readonly personKeys: PersonKeys }) {
  const { programme, personKeys } = services;
  return async (identified: IdentifiedContact): Promise<ReportedContact> => {
    const { telephoneNumber, operatorUserName, ...reported } = identified;
    const personKey = telephoneNumber && (await personKeys.keyOf(programme.id, telephoneNumber));
    const staffCode =
      operatorUserName &&
      staffCodeOf(operatorUserName, await personKeys.keyOf(programme.id, operatorUserName));
    const facts = { ...reported.facts, ...(personKey && { personKey }), ...(staffCode && { staffCode }) };
    return { ...reported, facts };
  };
}
