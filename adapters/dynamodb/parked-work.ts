import type { Sha256 } from "../../usecases/ports/host.ts";
import type { ParkedWork, ParkedWorkStore } from "../../usecases/ports/parked-work.ts";
import type { Table } from "./table.ts";

/** Parked work may hold personal data; DynamoDB removes it after this time. */
const keptForDays = 90;

/**
 * Parked work in DynamoDB, one item a payload, however often it comes.
 *
 *     { programme: "water-desk", entry: "contact-record#9f86d0…", source, reason, payload, parkedAt, expiresAt }
 */
export function dynamoDbParkedWork(table: Table, sha256: Sha256): ParkedWorkStore {
  return {
    async park(programme, work) {
      const entry = `${work.source}#${sha256(new TextEncoder().encode(work.payload))}`;
      const expiresAt = Math.floor(work.parkedAt / 1000) + keptForDays * 86_400;
      await table.put({ programme, entry, ...work, expiresAt });
    },
    async all(programme) {
      const items = await table.query({ partition: ["programme", programme] });
      return items.map(
        ({ source, reason, payload, parkedAt }) => ({ source, reason, payload, parkedAt }) as ParkedWork,
      );
    },
  };
}
