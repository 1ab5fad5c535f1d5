import * as v from "valibot";
import { instant, neededText } from "./fields.ts";
import { deskStaff, type Route } from "./route.ts";

/** 緊急案内: what every caller hears first, and until when. */
const announcement = v.object({
  text: v.string(),
  /** The first instant at which it is no longer said. */
  until: instant,
});

export type ShownAnnouncement = v.InferOutput<typeof announcement>;

const inForce = v.object({
  /** The time of the service. */
  now: instant,
  /** Absent where callers hear none. */
  announcement: v.optional(announcement),
});

/** An announcement that callers heard. */
const said = v.object({
  text: v.string(),
  /** Absent where it was set before this was kept. */
  from: v.optional(instant),
  setBy: v.optional(v.string()),
  until: instant,
  /** in-force · ran-out: at its time · ended: by somebody before its time · replaced: by somebody's next one */
  end: v.picklist(["in-force", "ran-out", "ended", "replaced"]),
  endedBy: v.optional(v.string()),
});

export type ShownSaidAnnouncement = v.InferOutput<typeof said>;

/** What the one who asks saw in force: where somebody else has set another meanwhile, nothing is done. */
const seen = v.nullable(announcement);

/** Every caller pays for each second, and the voice says about five characters a second. */
const longestText = 150;

export const announcementRoutes = {
  readAnnouncement: {
    method: "GET",
    path: "/announcement",
    roles: deskStaff,
    readsPersonalData: false,
    request: v.object({}),
    answer: inForce,
  },
  setAnnouncement: {
    method: "PUT",
    path: "/announcement",
    roles: ["supervisor"],
    readsPersonalData: false,
    request: v.object({
      text: v.pipe(
        neededText("案内の文", longestText),
        v.regex(/^[^<>]*$/, "「<」と「>」は読み上げられません。取り除いてください。"),
      ),
      until: instant,
      seen,
    }),
    answer: inForce,
  },
  listSaidAnnouncements: {
    method: "GET",
    path: "/announcement/history",
    roles: deskStaff,
    readsPersonalData: false,
    request: v.object({}),
    /** The latest first, as many as are read at a glance. */
    answer: v.object({ said: v.array(said) }),
  },
  endAnnouncement: {
    method: "DELETE",
    path: "/announcement",
    roles: ["supervisor"],
    readsPersonalData: false,
    request: v.object({ seen }),
    answer: inForce,
  },
} as const satisfies Record<string, Route>;
