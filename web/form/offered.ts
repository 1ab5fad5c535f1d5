import type { FormLanguage } from "../../domain/form-language.ts";
import type { Offered } from "./form-rules.js";
import type { FormProgramme } from "./form-types.ts";

/** What the form of a programme offers, as `problemsOf` asks for it: no category that is the desk's own. */
export function offeredBy({
  categories,
  attributeChoices,
}: Pick<FormProgramme, "categories" | "attributeChoices">): Offered {
  return {
    categories: categories.filter(({ deskOnly }) => !deskOnly).map(({ code }) => code),
    ...attributeChoices,
  };
}

/** What a name of the programme (its own, a category's, a choice's) is called in a language; in Japanese where nothing is said. */
export function nameIn(programme: FormProgramme, language: FormLanguage, japanese: string): string {
  return (language === "ja" ? undefined : programme.translations?.[language]?.[japanese]) ?? japanese;
}
