import type { APIGatewayProxyEvent, APIGatewayProxyResult } from "aws-lambda";
import type { FormLanguage } from "../domain/form-language.ts";
import { programmeOffering } from "../usecases/settings/offered-categories.ts";
import { faultPage } from "../web/form/fault-page.ts";
import { formPage } from "../web/form/form-page.ts";
import { formTokensOf, programmeOf, settingsOf, webFilesOf, type World } from "./edge/composition.ts";
import { file, lastPart, page } from "./edge/form-answer.ts";
import { deployed, handlerOf } from "./edge/handler.ts";
import { warningsTo } from "./edge/log.ts";

const languages: ReadonlyMap<string, FormLanguage> = new Map([
  ["form", "ja"],
  ["form-easy", "easy"],
  ["form-en", "en"],
]);

const contentTypes: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
};

/**
 * Hands the form out, in the language of its path, with the categories of the day and each time with a token of its own, and
 * the files that its pages name.
 * Nothing is kept: who only looks leaves no trace.
 */
export function showFormHandler(world: World) {
  const programme = programmeOf(world);
  const tokens = formTokensOf(world);
  const files = webFilesOf(world);
  const offering = programmeOffering({
    programme,
    clock: world.clock,
    warn: warningsTo(world.log),
    ...settingsOf(world),
  });

  async function fileNamed(name: string): Promise<APIGatewayProxyResult> {
    const ending = /^[a-z][a-z-]*\.(css|js)$/.exec(name)?.[1] ?? "";
    const type = contentTypes[ending];
    const body = type && (await files(name === "base.css" ? name : `form/${name}`));
    return type && body
      ? file(type, body)
      : page(404, faultPage({ programme, language: "ja", code: "not-found" }));
  }

  return handlerOf(world, async ({ path }: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
    const name = lastPart(path);
    const language = languages.get(name);
    if (!language) return fileNamed(name);
    const [offered, token] = await Promise.all([offering(), tokens.issue()]);
    return page(200, formPage({ programme: offered, language, token }), "form");
  });
}

export const handler = deployed(showFormHandler);
