import { compareHolidaysHandler } from "../../lambdas/compare-holidays.ts";
import { theOutside } from "../support/outside.ts";
import { aWorld, context } from "../support/world.ts";
import type { Exercise } from "./exercise.ts";

/** Compares on some mornings, on one of them without an answer from the office. */
export const compareHolidaysExercise: Exercise = async ({ environment, recorded }) => {
  const outside = await theOutside();
  const compareAt = (now: string) =>
    recorded(() =>
      compareHolidaysHandler(aWorld({ ...environment, PUBLISHED_HOLIDAYS_URL: outside.holidaysUrl }, now))(
        {},
        context,
      ),
    );
  for (const day of ["16", "17", "18", "19", "22"]) await compareAt(`2024-07-${day}T05:30`);
  await outside.stop();
  await compareAt("2024-07-23T05:30");
};
