import type { CategoryList, ShownCategory } from "../../../../contract/categories.ts";
import type { RequestOf } from "../../../../contract/routes.ts";

/** What is entered of a category: of one that is there, or of a new one, which has no code yet. */
export interface Entry {
  /** "" for a new one. */
  readonly code: string;
  readonly name: string;
  readonly easy: string;
  readonly english: string;
  readonly use: Use;
  readonly from: string;
  readonly reason: string;
  readonly lastChange: number;
}

/** Who may choose a category. */
export type Use = "form" | "desk" | "nobody";

export const uses: readonly { readonly value: Use; readonly label: string; readonly description: string }[] =
  [
    { value: "form", label: "使う", description: "窓口で選べます。WEBフォームにも出します。" },
    { value: "desk", label: "窓口だけで使う", description: "窓口で選べます。WEBフォームには出しません。" },
    {
      value: "nobody",
      label: "使わない",
      description: "新しくは選べません。これまでの案件と報告書には、この名前のまま残ります。",
    },
  ];

/** A form for a category as it is to be: what is entered last counts, also where it is still ahead. */
export function entryOf(category: ShownCategory, today: string): Entry {
  const { name, easy, english, isOffered, isDeskOnly } = category.planned ?? category;
  const earliest = category.planned?.from ?? category.begins ?? today;
  return {
    code: category.code,
    name,
    easy,
    english,
    use: useOf({ isOffered, isDeskOnly }),
    from: earliest > today ? earliest : today,
    reason: "",
    lastChange: category.lastChange,
  };
}

export function newEntry(today: string): Entry {
  return { code: "", name: "", easy: "", english: "", use: "form", from: today, reason: "", lastChange: 0 };
}

export function useOf({ isOffered, isDeskOnly }: Pick<ShownCategory, "isOffered" | "isDeskOnly">): Use {
  if (!isOffered) return "nobody";
  return isDeskOnly ? "desk" : "form";
}

export function useName(use: Use): string {
  return uses.find(({ value }) => value === use)?.label ?? use;
}

/** What is sent. Who is shown a category that is not used is kept as it was for the day on which it is used again. */
export function changeOf(entry: Entry, list: CategoryList): RequestOf<"changeCategory"> {
  const { code, use, ...rest } = entry;
  const before = list.categories.find((one) => one.code === code);
  return {
    ...rest,
    ...(code !== "" && { code }),
    isOffered: use !== "nobody",
    isDeskOnly: use === "nobody" ? (before?.isDeskOnly ?? false) : use === "desk",
  };
}
