import * as v from "valibot";
import type { Route } from "./route.ts";

const section = v.object({
  heading: v.string(),
  /** Where it is changed, as a sentence. */
  changedIn: v.string(),
  /** The screen that changes part of it, as its path; absent where none does. */
  screen: v.optional(v.string()),
  rows: v.array(v.object({ name: v.string(), value: v.string() })),
});

export type ShownSettings = v.InferOutput<typeof section>;

/** 設定: what the programme is set to, to be read only. It holds no secret, and of addresses only what tells them apart. */
export const programmeSettingsRoutes = {
  readProgrammeSettings: {
    method: "GET",
    path: "/programme-settings",
    roles: ["supervisor", "leader"],
    readsPersonalData: false,
    request: v.object({}),
    answer: v.object({ sections: v.array(section) }),
  },
} as const satisfies Record<string, Route>;
