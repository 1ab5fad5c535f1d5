import type { AttributeName, Case } from "../../case/case.ts";
import type { AttributeChoices } from "../../programme.ts";
import { percent } from "./figure-columns.ts";
import { ratio } from "../figures/figures.ts";
import { type BeginTable, type Table, writeTable } from "../csv/table.ts";

interface Row {
  readonly attribute: string;
  readonly choice: string;
  readonly cases: number;
  readonly allCases: number;
}

const attributesTable: Table<Row> = {
  file: "02_相談内容の傾向_属性別.csv",
  sheet: "相談内容の傾向_属性別",
  columns: [
    ["属性", "text", ({ attribute }) => attribute],
    ["区分", "text", ({ choice }) => choice],
    ["件数", "count", ({ cases }) => cases],
    ["全件数", "count", ({ allCases }) => allCases],
    ["構成比（％）", "tenths", ({ cases, allCases }) => percent(ratio(cases, allCases))],
  ],
};

const attributeNames: Readonly<Record<AttributeName, string>> = {
  relation: "相談者区分",
  municipality: "市町村",
  ageBand: "年代",
  device: "端末",
};

/** What was not asked, or not answered with one of the choices. */
const notKnown = "未確認";

/**
 * Counts cases by each of the inquirer's attributes (R43, R45), one after the other: a row for each choice, and one for those
 * of whom it is not known, so that each attribute adds up to all cases.
 */
export function attributesOf(choices: AttributeChoices) {
  const names = Object.keys(attributeNames) as AttributeName[];
  const counts = new Map(
    names.map((name) => [name, new Map([...choices[name], notKnown].map((choice) => [choice, 0]))]),
  );
  let allCases = 0;
  return {
    take({ attributes }: Pick<Case, "attributes">): void {
      allCases += 1;
      for (const [name, ofChoice] of counts) {
        const given = attributes[name] ?? notKnown;
        const choice = ofChoice.has(given) ? given : notKnown;
        ofChoice.set(choice, (ofChoice.get(choice) ?? 0) + 1);
      }
    },
    write(begin: BeginTable): void {
      const rows = [...counts].flatMap(([name, ofChoice]) =>
        [...ofChoice].map(
          ([choice, cases]): Row => ({ attribute: attributeNames[name], choice, cases, allCases }),
        ),
      );
      writeTable(begin, attributesTable, rows);
    },
  };
}
