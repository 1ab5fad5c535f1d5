import type { SpecialDayChange } from "../../../../contract/special-days.ts";
import { minuteOf } from "../../entered-time.ts";

export type Kind = SpecialDayChange["kind"];

/** What is entered in the form, whatever of it the kind asks for. */
export interface Entry {
  readonly kind: Kind;
  readonly from: string;
  readonly to: string;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly reason: string;
}

export const kinds: readonly {
  readonly value: Kind;
  readonly label: string;
  readonly description: string;
}[] = [
  {
    value: "from-now",
    label: "今から休業",
    description: "これからかかる電話には休業と案内します。待っている人には順に応対します。",
  },
  { value: "early", label: "早じまい", description: "その日だけ、決めた時刻で受付を終えます。" },
  { value: "closing", label: "終日休業", description: "先の日を、1日または続けて休みにします。" },
  {
    value: "opening",
    label: "受付時間を決める",
    description: "休みの日に開けるとき、休業を取りやめて元に戻すときにも使います。",
  },
];

/** The change that was entered; a time that is not whole becomes one that the API refuses with a sentence. */
export function changeOf({ kind, from, to, opensAt, closesAt, reason }: Entry): SpecialDayChange {
  const closesAtMinute = minuteOf(closesAt) ?? 0;
  switch (kind) {
    case "from-now":
      return { kind, to, reason };
    case "closing":
      return { kind, from, to, reason };
    case "early":
      return { kind, date: from, closesAtMinute, reason };
    case "opening":
      return { kind, date: from, opensAtMinute: minuteOf(opensAt) ?? 0, closesAtMinute, reason };
  }
}
