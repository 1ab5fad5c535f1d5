import type { Programme } from "../../domain/programme.ts";
import { type Result, success } from "../../domain/result.ts";
import { parseTelephoneNumber } from "../../domain/telephone-number.ts";
import type { PersonKeys } from "../ports/callers.ts";
import type { CaseStore, ReceivedPlace } from "../ports/cases.ts";

/** So many of a person's cases are shown at once. */
const casesOfPage = 20;

/** A page of a person's cases. */
type PageOfCases = Awaited<ReturnType<CaseStore["personPage"]>>;

/** What a person's cases are looked up with. */
export interface PersonSearch {
  readonly programme: Programme;
  readonly cases: Pick<CaseStore, "personPage">;
}

/** The cases of a person, by the keyed hash of their number, the latest first. What it costs is that of one page. */
export function casesOfPerson({ programme, cases }: PersonSearch) {
  return async (personKey: string, after?: ReceivedPlace): Promise<PageOfCases> =>
    cases.personPage(programme.id, personKey, { limit: casesOfPage, ...(after && { after }) });
}

/** The same by a telephone number as a member of staff writes it. The number is not kept. */
export function casesOfNumber(services: PersonSearch & { readonly personKeys: PersonKeys }) {
  const { programme, personKeys } = services;
  return async (written: string, after?: ReceivedPlace): Promise<Result<PageOfCases>> => {
    const number = parseTelephoneNumber(written);
    if (!number.ok) return number;
    const personKey = await personKeys.keyOf(programme.id, number.value);
    return success(await casesOfPerson(services)(personKey, after));
  };
}
