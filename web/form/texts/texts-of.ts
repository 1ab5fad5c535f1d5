import type { FormLanguage } from "../../../domain/form-language.ts";
import { easy } from "./easy.ts";
import { en } from "./en.ts";
import type { FormTexts } from "./form-texts.ts";
import { ja } from "./ja.ts";

const all: Readonly<Record<FormLanguage, FormTexts>> = { ja, easy, en };

/** The pages' texts in a language. */
export function textsOf(language: FormLanguage): FormTexts {
  return all[language];
}
