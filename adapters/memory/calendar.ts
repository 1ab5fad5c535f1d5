import type { HolidayListStore, KeptHolidayList } from "../../usecases/ports/calendar.ts";

export function memoryHolidayLists(): HolidayListStore {
  const kept = new Map<string, KeptHolidayList>();
  return {
    last: async (programme) => kept.get(programme),
    keep: async (programme, list) => {
      kept.set(programme, list);
    },
  };
}
