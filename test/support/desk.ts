import {
  memoryCases,
  memoryContacts,
  memoryMailer,
  memoryParkedWork,
  memoryPersonKeys,
  memoryReports,
  memorySpecialDays,
} from "../../adapters/memory/stores.ts";
import { sha256 } from "../../adapters/system/sha256.ts";
import { kobatonAlkoo } from "../../programmes/kobaton-alkoo/programme.ts";
import { at } from "./contacts.ts";

/** A whole desk in memory, whose clock stands where it was set. */
export function aDesk(now = "2024-07-16T10:00") {
  const desk = {
    programme: kobatonAlkoo,
    now: at(now),
    clock: { now: () => desk.now },
    contacts: memoryContacts(),
    cases: memoryCases(),
    specialDays: memorySpecialDays(),
    parked: memoryParkedWork(),
    reports: memoryReports(),
    mailer: memoryMailer(),
    personKeys: memoryPersonKeys,
    sha256,
  };
  return desk;
}
