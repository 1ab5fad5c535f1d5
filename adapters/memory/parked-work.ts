import type { ParkedWork, ParkedWorkStore } from "../../usecases/ports/parked-work.ts";

export function memoryParkedWork(): ParkedWorkStore {
  const kept = new Map<string, Map<string, ParkedWork>>();
  return {
    park: async (programme, work) => {
      kept.set(programme, new Map(kept.get(programme)).set(`${work.source} ${work.payload}`, work));
    },
    all: async (programme) => [...(kept.get(programme)?.values() ?? [])],
  };
}
