const day = new Intl.DateTimeFormat("ja-JP", {
  timeZone: "UTC",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  weekday: "short",
});

/** 2024年7月16日(火) of 2024-07-16. */
export function shownDate(date: string): string {
  return day.format(new Date(`${date}T00:00:00Z`));
}
