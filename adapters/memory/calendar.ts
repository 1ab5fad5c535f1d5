import type { SpecialDay } from "../../domain/calendar/business-calendar.ts";
import type { HolidayListStore, KeptHolidayList, SpecialDayStore } from "../../usecases/ports/calendar.ts";

export function memorySpecialDays(): SpecialDayStore {
  const kept = new Map<string, Map<string, SpecialDay>>();
  return {
    all: async (programme) => [...(kept.get(programme)?.values() ?? [])],
    enter: async (programme, day) => {
      kept.set(programme, new Map(kept.get(programme)).set(day.date, day));
    },
  };
}

export function memoryHolidayLists(): HolidayListStore {
  const kept = new Map<string, KeptHolidayList>();
  return {
    last: async (programme) => kept.get(programme),
    keep: async (programme, list) => {
      kept.set(programme, list);
    },
  };
}
