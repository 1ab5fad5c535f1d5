import * as v from "valibot";
import { instant, neededText, text } from "./fields.ts";
import { deskStaff, type Route } from "./route.ts";

const longestName = 100;
const longestText = 4000;

/** One version of a 定型文, with who wrote it and when. */
const version = v.object({
  code: v.string(),
  /** From 1. */
  version: v.number(),
  name: v.string(),
  /** "" where this version took the template out of use. */
  text: v.string(),
  at: instant,
  by: v.string(),
});

export type ShownTemplate = v.InferOutput<typeof version>;

/** The version that whoever writes has seen, 0 for a new template: where somebody else wrote meanwhile, nothing is done. */
const baseVersion = v.pipe(v.number(), v.integer(), v.minValue(0));

/** 定型文: texts that are sent or said again and again. A supervisor writes them; whoever answers puts them into an answer. */
export const templateRoutes = {
  listTemplates: {
    method: "GET",
    path: "/templates",
    roles: deskStaff,
    readsPersonalData: false,
    request: v.object({}),
    /** Each in its latest version, in order of code; those without a text are out of use. */
    answer: v.object({ templates: v.array(version) }),
  },
  readTemplate: {
    method: "GET",
    path: "/templates/{code}",
    roles: ["supervisor"],
    readsPersonalData: false,
    request: v.object({}),
    /** The latest first. */
    answer: v.object({ versions: v.array(version) }),
  },
  writeTemplate: {
    method: "PUT",
    path: "/templates/{code}",
    roles: ["supervisor"],
    readsPersonalData: false,
    request: v.object({
      name: neededText("名前", longestName),
      text: v.pipe(
        text("本文", longestText),
        v.minLength(1, "本文を入力してください。使わないときは「使うのをやめる」を押してください。"),
      ),
      baseVersion,
    }),
    answer: version,
  },
  retireTemplate: {
    method: "DELETE",
    path: "/templates/{code}",
    roles: ["supervisor"],
    readsPersonalData: false,
    request: v.object({ baseVersion }),
    answer: version,
  },
} as const satisfies Record<string, Route>;
