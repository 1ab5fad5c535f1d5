/** The languages of the public form and of its mails: Japanese, easy Japanese (やさしい日本語), English. */
export type FormLanguage = "ja" | "easy" | "en";

const formLanguages: readonly FormLanguage[] = ["ja", "easy", "en"];

/** The language that a form names; Japanese where it names none of them. */
export function formLanguageOf(text: string | null | undefined): FormLanguage {
  return formLanguages.find((language) => language === text) ?? "ja";
}

/** The language of a document in HTML's words (BCP 47); easy Japanese is Japanese. */
export function documentLanguage(language: FormLanguage): "ja" | "en" {
  return language === "en" ? "en" : "ja";
}
