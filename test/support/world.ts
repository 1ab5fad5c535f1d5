import type { World } from "../../lambdas/edge/composition.ts";
import { contextOf } from "../../local/local-exchange.ts";
import { at } from "./contacts.ts";

export const context = contextOf("test");

/** A handler's world at an instant, with what it logs kept. */
export function aWorld(environment: Readonly<Record<string, string>>, now = "2024-07-16T10:00") {
  const logged: { level: string; message: string; fields: unknown }[] = [];
  const world: World = {
    environment,
    clock: { now: () => at(now) },
    log: (level, message, fields) => logged.push({ level, message, fields }),
  };
  return { ...world, logged };
}
