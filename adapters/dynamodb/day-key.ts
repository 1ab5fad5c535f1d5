import type { JapaneseDate } from "../../domain/japan-time.ts";

/** The partition of what is kept by day, such as `water-desk#2024-07-16`. */
export function dayKey(programme: string, date: JapaneseDate): string {
  return `${programme}#${date}`;
}
