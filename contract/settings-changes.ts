import * as v from "valibot";
import { shownSettingChange } from "./categories.ts";
import { instant, japaneseDate } from "./fields.ts";
import { deskStaff, type Route } from "./route.ts";

/** 長時間対応の段階: once a call has lasted so long, these are told. */
const steps = v.array(
  v.object({ afterMinutes: v.number(), tell: v.array(v.picklist(["leader", "supervisor"])) }),
);

const retryRule = v.object({ mostAttempts: v.number(), retryAfterBusinessMinutes: v.number() });

const list = v.object({
  now: instant,
  longCallSteps: v.object({
    now: steps,
    /** As the programme's settings have it. */
    ofProgramme: steps,
    /** What will hold later on, as it was entered last; absent where nothing is planned. */
    planned: v.optional(v.object({ from: japaneseDate, value: steps })),
    /** The number of the last change of it; 0 where there is none. A change is entered on top of it. */
    lastChange: v.number(),
  }),
  callbackRetry: v.object({
    now: retryRule,
    ofProgramme: retryRule,
    planned: v.optional(v.object({ from: japaneseDate, value: retryRule })),
    lastChange: v.number(),
  }),
  /** Every change of these settings, the latest first. */
  history: v.array(shownSettingChange),
});

export type ChangeableSettings = v.InferOutput<typeof list>;

const entered = {
  from: japaneseDate,
  reason: v.string(),
  lastChange: v.pipe(v.number(), v.integer()),
};

export const settingsChangeRoutes = {
  listSettingsChanges: {
    method: "GET",
    path: "/settings-changes",
    roles: deskStaff,
    readsPersonalData: false,
    request: v.object({}),
    answer: list,
  },
  changeLongCallSteps: {
    method: "PUT",
    path: "/settings-changes/long-call-steps",
    roles: ["supervisor"],
    readsPersonalData: false,
    request: v.object({ ...entered, value: steps }),
    /** The settings as they are now. */
    answer: list,
  },
  changeCallbackRetry: {
    method: "PUT",
    path: "/settings-changes/callback-retry",
    roles: ["supervisor"],
    readsPersonalData: false,
    request: v.object({ ...entered, value: retryRule }),
    answer: list,
  },
} as const satisfies Record<string, Route>;
