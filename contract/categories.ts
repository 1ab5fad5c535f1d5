import * as v from "valibot";
import { instant, japaneseDate } from "./fields.ts";
import { deskStaff, type Route } from "./route.ts";

/** What a supervisor has changed of a setting, as screens show it: in one sentence, with who, when and why. */
export const shownSettingChange = v.object({
  /** From 1; the order in which changes were entered. */
  number: v.number(),
  /** The first day on which it holds. */
  from: japaneseDate,
  /** Whether that day is still to come. */
  isAhead: v.boolean(),
  what: v.string(),
  reason: v.string(),
  by: v.string(),
  at: instant,
});

export type ShownSettingChange = v.InferOutput<typeof shownSettingChange>;

const words = {
  name: v.string(),
  easy: v.string(),
  english: v.string(),
  isOffered: v.boolean(),
  /** Whether only the desk chooses it, and the public form does not show it. */
  isDeskOnly: v.boolean(),
};

const category = v.object({
  code: v.string(),
  ...words,
  /** The first day of one that is still to come. */
  begins: v.optional(japaneseDate),
  /** What will hold later on, as it was entered last; absent where nothing is planned. */
  planned: v.optional(v.object({ from: japaneseDate, ...words })),
  /** The number of the last change of it; 0 where there is none. A change is entered on top of it. */
  lastChange: v.number(),
});

export type ShownCategory = v.InferOutput<typeof category>;

const list = v.object({
  now: instant,
  /** Every category there is or will be, in the order of the form. */
  categories: v.array(category),
  /** Every change of them, the latest first. */
  history: v.array(shownSettingChange),
});

export type CategoryList = v.InferOutput<typeof list>;

export const categoryRoutes = {
  listCategories: {
    method: "GET",
    path: "/categories",
    roles: deskStaff,
    readsPersonalData: false,
    request: v.object({}),
    answer: list,
  },
  changeCategory: {
    method: "POST",
    path: "/categories",
    roles: ["supervisor"],
    readsPersonalData: false,
    request: v.object({
      /** Absent where a category is added; the service gives the next code. */
      code: v.optional(v.string()),
      ...words,
      from: japaneseDate,
      reason: v.string(),
      lastChange: v.pipe(v.number(), v.integer()),
    }),
    /** The list as it is now. */
    answer: list,
  },
} as const satisfies Record<string, Route>;
