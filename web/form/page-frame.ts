import type { FormLanguage } from "../../domain/form-language.ts";
import { escapeHtml } from "./escape-html.ts";
import { plainText } from "./form-words.js";
import type { FormProgramme, PageOptions } from "./form-types.ts";
import { nameIn } from "./offered.ts";
import { textHtml } from "./text-html.ts";
import { type FormTexts, languageNames } from "./texts/form-texts.ts";
import { textsOf } from "./texts/texts-of.ts";

/** Where the form stands in each language, relative to any other page: all of them lie on one level. */
export const formPaths: Readonly<Record<FormLanguage, string>> = {
  ja: "form",
  easy: "form-easy",
  en: "form-en",
};

/** A page's own part. */
export interface Framed extends PageOptions {
  /** The heading, which is also the title. */
  readonly title: string;
  readonly hasProblem?: boolean;
  readonly main: string;
  /** The language switch, where there is one. */
  readonly switch?: string;
  /** What else the head holds. */
  readonly head?: string;
}

/** A whole document: the desk's name above, the telephone below. No script, style or picture of another origin. */
export function pageOf(page: Framed): string {
  const { programme, language } = page;
  const texts = textsOf(language);
  const desk = escapeHtml(nameIn(programme, language, programme.deskName));
  const title = escapeHtml(plainText(`${page.hasProblem ? texts.problemTitle : ""}${page.title}`));
  return `<!doctype html>
<html lang="${texts.lang}" class="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="format-detection" content="telephone=no">
<meta name="description" content="${desk}: ${escapeHtml(plainText(texts.form.heading))}">
<title>${title}｜${desk}</title>
<link rel="stylesheet" href="base.css">
<link rel="stylesheet" href="form.css">
${page.head ?? ""}
</head>
<body>
<a class="skip-link" href="#main">${textHtml(texts.skip)}</a>
<header>
<p>${desk}</p>
${page.switch ?? ""}
</header>
<main id="main" tabindex="-1">
${page.main}
</main>
${telephonePart(programme, texts, language)}
</body>
</html>
`;
}

/**
 * The language switch. `other` makes what leads to another language; it gets the language, its name and the attributes
 * that say which language the name is in.
 */
export function languageSwitch(
  language: FormLanguage,
  other: (language: FormLanguage, name: string, attributes: string) => string,
): string {
  const items = (["ja", "easy", "en"] as const).map((one) => {
    const attributes = `lang="${textsOf(one).lang}"`;
    const name = languageNames[one];
    return `<li>${one === language ? `<strong aria-current="true" ${attributes}>${name}</strong>` : other(one, name, attributes)}</li>`;
  });
  return `<nav class="languages" id="languages" aria-label="${escapeHtml(plainText(textsOf(language).languages))}"><ul>\n${items.join("\n")}\n</ul></nav>`;
}

function telephonePart(programme: FormProgramme, texts: FormTexts, language: FormLanguage): string {
  const { publishedNumber, hours } = programme;
  const spoken = {
    from: timeOfDay(hours.opensAtMinute, language),
    to: timeOfDay(hours.closesAtMinute, language),
  };
  return `<footer>
<h2>${textHtml(texts.telephone.heading)}</h2>
<p><a class="telephone" href="tel:${publishedNumber.replace(/\D/g, "")}">${escapeHtml(publishedNumber)}</a></p>
<p>${textHtml(texts.telephone.hours, spoken)}</p>
<p>${textHtml(texts.telephone.charge)}</p>
</footer>`;
}

/** A minute of the day on the twelve-hour clock: 午前9時, 午後5時15分, 9 a.m., 5:15 p.m. */
function timeOfDay(minute: number, language: FormLanguage): string {
  const hour = Math.floor(minute / 60);
  const minutes = minute % 60;
  const half = hour % 24 < 12 ? "am" : "pm";
  if (language === "en")
    return `${hour % 12 || 12}${minutes === 0 ? "" : `:${String(minutes).padStart(2, "0")}`} ${half === "am" ? "a.m." : "p.m."}`;
  const halves = {
    ja: { am: "午前", pm: "午後" },
    easy: { am: "[午前|ごぜん]", pm: "[午後|ごご]" },
  };
  const unit = language === "easy" ? { hour: "[時|じ]", minute: "[分|ふん]" } : { hour: "時", minute: "分" };
  return `${halves[language][half]}${hour % 12}${unit.hour}${minutes === 0 ? "" : `${minutes}${unit.minute}`}`;
}
