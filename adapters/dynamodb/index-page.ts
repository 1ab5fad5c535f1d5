import type { Case } from "../../domain/case/case.ts";
import { caseOf } from "./case-item.ts";
import { dayKey } from "./day-key.ts";
import type { Item, Table } from "./table.ts";

/** Cases that an index names, and the key of the last where there is another page. */
interface IndexPage {
  readonly cases: readonly Case[];
  readonly last: Item | undefined;
}

/**
 * A page of the cases that an index names. The index holds keys only, so each case is read by its own: as many as are shown,
 * and one more key, which tells whether there is another page.
 */
export async function indexPage(
  table: Table,
  programme: string,
  query: Parameters<Table["page"]>[0],
): Promise<IndexPage> {
  const items = await table.page({ ...query, limit: query.limit + 1 });
  const keys = items.slice(0, query.limit);
  const found = await Promise.all(
    keys
      .filter(({ day }) => String(day).startsWith(dayKey(programme, "")))
      .map(({ day, receiptNumber }) => table.get({ day, receiptNumber })),
  );
  return {
    cases: found.flatMap((item) => (item ? [caseOf(programme, item)] : [])),
    last: items.length > query.limit ? keys.at(-1) : undefined,
  };
}
