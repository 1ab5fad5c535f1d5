import type { AttributeName } from "../../domain/case/case.ts";
import { caseStatusNames, originNames } from "../../domain/case/case.ts";
import { caseFieldNames } from "../../domain/case/edit-case.ts";
import { addresseeNames, escalationStateNames } from "../../domain/case/escalation.ts";
import { deskRoleNames } from "../../domain/desk/desk-role.ts";
import type { Programme } from "../../domain/programme.ts";
import type { KnownCategory } from "../../domain/settings/categories.ts";
import type { RouteHandlers } from "./route-handler.ts";

/** Who is signed in, the words of the programme, and whether this is a desk for training. */
export function meHandlers(parts: {
  readonly programme: Programme;
  readonly categoriesToday: () => Promise<readonly KnownCategory[]>;
  readonly isTraining: boolean;
}): RouteHandlers<"readMe"> {
  const { programme, categoriesToday, isTraining } = parts;
  const { id, name, deskName, attributeChoices } = programme;
  const choices = Object.entries(attributeChoices) as [AttributeName, readonly string[]][];
  return {
    readMe: async ({ by, at }) => ({
      answer: {
        ...by,
        roleName: deskRoleNames[by.role],
        now: at,
        isTraining,
        programme: { id, name, deskName },
        categories: (await categoriesToday()).map((one) => ({
          code: one.code,
          name: one.name,
          isOffered: one.isOffered,
        })),
        attributeChoices: Object.fromEntries(choices.map(([attribute, values]) => [attribute, [...values]])),
        names: {
          statuses: { ...caseStatusNames },
          origins: { ...originNames },
          addressees: { ...addresseeNames },
          escalationStates: { ...escalationStateNames },
          caseFields: { ...caseFieldNames },
        },
      },
    }),
  };
}
