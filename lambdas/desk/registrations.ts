import { dateAt, dateOfDay, dayNumberOf } from "../../domain/japan-time.ts";
import { type RegistrationEntry, registrationNames } from "../../domain/registration/registration.ts";
import type { Result } from "../../domain/result.ts";
import {
  decideDeletion,
  deletionsToDecide,
  logRegistration,
  registrationsOfCase,
  type RegistrationServices,
} from "../../usecases/cases/log-registration.ts";
import { behind, strangePlace, wantedPage } from "./cursor.ts";
import type { Refused, RouteHandlers } from "./route-handler.ts";

type RegistrationRoute =
  | "readRegistrationForm"
  | "listRegistrations"
  | "logRegistration"
  | "listDeletions"
  | "decideDeletion";

/** So long a deletion that nobody has decided is on the list. */
const withinDays = 60;

/** 登録情報オペレーション: what was done in the app vendor's tool, and the second person of a deletion (R19, R26). */
export function registrationHandlers(services: RegistrationServices): RouteHandlers<RegistrationRoute> {
  const { identitySteps, items } = services.programme.registration;
  return {
    readRegistrationForm: async () => ({
      answer: {
        identitySteps: identitySteps.map((one) => ({ ...one })),
        items: items.map((one) => ({ ...one })),
        names: { ...registrationNames },
      },
    }),
    async listRegistrations({ path: { receiptNumber } }) {
      const found = await registrationsOfCase(services)(receiptNumber);
      if (!found.ok) return unknownCase;
      return { answer: { entries: found.value.map(shownEntry) } };
    },
    async logRegistration({ path: { receiptNumber }, request, by }) {
      if (!(await registrationsOfCase(services)(receiptNumber)).ok) return unknownCase;
      return answered(await logRegistration(services)({ ...request, receiptNumber, staff: by.staff }));
    },
    async listDeletions({ request: { after }, at }) {
      const page = wantedPage(after);
      if (!page) return strangePlace;
      const since = dateOfDay(dayNumberOf(dateAt(at)) - withinDays);
      const { entries, next } = await deletionsToDecide(services)(since, page);
      return {
        answer: {
          withinDays,
          ...behind(next),
          waiting: entries.map((one) => ({ entry: shownEntry(one), requestedOn: dateAt(one.at) })),
        },
      };
    },
    decideDeletion: async ({ path, request, by }) =>
      answered(await decideDeletion(services)({ ...path, ...request, staff: by.staff })),
  };
}

const unknownCase: Refused = {
  refused: "not-found",
  problem: "この受付番号の相談案件はありません。番号を確かめてください。",
};

function answered(
  result: Result<RegistrationEntry>,
): { readonly answer: ReturnType<typeof shownEntry> } | Refused {
  return result.ok ? { answer: shownEntry(result.value) } : { refused: "wrong", problem: result.problem };
}

function shownEntry({ steps, items, ...entry }: RegistrationEntry) {
  return { ...entry, steps: [...steps], items: [...items] };
}
