import type {
  KnowledgeConfirmation,
  KnowledgeItem,
  KnowledgeReader,
} from "../../domain/handover/knowledge.ts";
import type { KnowledgeStore, TakenInquiry, TakenInquiryStore } from "../../usecases/ports/imports.ts";

export function memoryTakenInquiries(): TakenInquiryStore {
  const kept = new Map<string, TakenInquiry>();
  const idOf = (programme: string, from: string, reference: string) => `${programme}#${from}#${reference}`;
  return {
    find: async (programme, from, reference) => kept.get(idOf(programme, from, reference)),
    take: async (programme, inquiry) => {
      const id = idOf(programme, inquiry.from, inquiry.reference);
      const holder = kept.get(id);
      if (!holder) kept.set(id, inquiry);
      return holder;
    },
  };
}

export function memoryKnowledge(): KnowledgeStore {
  const items = new Map<string, KnowledgeItem>();
  const readers = new Map<string, KnowledgeReader>();
  const confirmations = new Map<string, KnowledgeConfirmation>();
  const versionOf = ({ item, version }: { item: string; version: number }) =>
    `${item}#${String(version).padStart(4, "0")}`;
  function first<Kept>(kept: Map<string, Kept>, id: string, value: Kept): Kept | undefined {
    const holder = kept.get(id);
    if (!holder) kept.set(id, value);
    return holder;
  }
  function all<Kept>(kept: Map<string, Kept>, programme: string): Kept[] {
    return [...kept]
      .filter(([id]) => id.startsWith(`${programme}#`))
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, value]) => value);
  }
  return {
    items: async (programme) => all(items, programme),
    add: async (programme, item) => first(items, `${programme}#${versionOf(item)}`, item),
    readers: async (programme) => all(readers, programme),
    addReader: async (programme, reader) => {
      first(readers, `${programme}#${reader.staff}`, reader);
    },
    removeReader: async (programme, staff) => {
      readers.delete(`${programme}#${staff}`);
    },
    confirmations: async (programme) => all(confirmations, programme),
    confirm: async (programme, one) => {
      first(confirmations, `${programme}#${one.staff}#${versionOf(one)}`, one);
    },
  };
}
