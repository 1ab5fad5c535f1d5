import type {
  KnowledgeConfirmation,
  KnowledgeItem,
  KnowledgeReader,
} from "../../domain/handover/knowledge.ts";
import type { KnowledgeStore } from "../../usecases/ports/imports.ts";
import type { Item, Table } from "./table.ts";

/**
 * Handed-over knowledge in DynamoDB, among a desk's entries: each kind lies together and is read by one query.
 *
 *     { programme: "water-desk", entry: "knowledge#K01#0001", item: "K01", version: 1, title, text, source, addedAt }
 *     { programme: "water-desk", entry: "knowledge-reader#OP01", staff: "OP01", since }
 *     { programme: "water-desk", entry: "knowledge-confirmation#OP01#K01#0001", staff: "OP01", item: "K01", version: 1, at }
 */
export function dynamoDbKnowledge(table: Table): KnowledgeStore {
  async function all<Kept>(programme: string, kind: string): Promise<Kept[]> {
    const items = await table.query({
      partition: ["programme", programme],
      beginsWith: ["entry", `${kind}#`],
    });
    return items.map(keptIn<Kept>);
  }

  /** Answers what is there already, or undefined where this was written. */
  async function first<Kept extends object>(
    programme: string,
    entry: string,
    kept: Kept,
  ): Promise<Kept | undefined> {
    const holder = await table.putIf(
      { programme, entry, ...kept },
      { expression: "attribute_not_exists(entry)" },
    );
    if (holder === "written") return undefined;
    if (!holder) throw new Error(`DynamoDB refused ${entry} and shows no other.`);
    return keptIn<Kept>(holder);
  }

  return {
    items: (programme) => all<KnowledgeItem>(programme, "knowledge"),
    add: (programme, item) => first(programme, `knowledge#${versionEntry(item)}`, item),
    readers: (programme) => all<KnowledgeReader>(programme, "knowledge-reader"),
    async addReader(programme, reader) {
      await first(programme, readerEntry(reader.staff), reader);
    },
    async removeReader(programme, staff) {
      await table.remove({ programme, entry: readerEntry(staff) });
    },
    confirmations: (programme) => all<KnowledgeConfirmation>(programme, "knowledge-confirmation"),
    async confirm(programme, confirmation) {
      const { staff } = confirmation;
      await first(programme, `knowledge-confirmation#${staff}#${versionEntry(confirmation)}`, confirmation);
    },
  };
}

function keptIn<Kept>(item: Item): Kept {
  const { programme: _programme, entry: _entry, ...kept } = item;
  return kept as Kept;
}

function readerEntry(staff: string): string {
  return `knowledge-reader#${staff}`;
}

/** Versions have at most four digits, so that their entries stand in order. */
function versionEntry({ item, version }: { readonly item: string; readonly version: number }): string {
  return `${item}#${String(version).padStart(4, "0")}`;
}
