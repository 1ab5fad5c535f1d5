import Header from "@cloudscape-design/components/header";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import type { Shown } from "../api/use-answer.ts";
import { ReloadButton } from "./reload-button.tsx";

type RowsAndColumns<Row> = Pick<TableProps<Row>, "items" | "columnDefinitions"> &
  Partial<
    Pick<TableProps<Row>, "trackBy" | "stickyHeader" | "enableKeyboardNavigation" | "filter" | "pagination">
  >;

/** A screen's one list, under its heading with 更新. What stands in place of rows says whether there are none or none could be read. */
export function ListTable<Row>({
  heading,
  label = heading,
  description,
  reading,
  empty,
  ...rows
}: RowsAndColumns<Row> & {
  readonly heading: string;
  /** What the table is called, where that is not the heading. */
  readonly label?: string;
  readonly description?: string | undefined;
  readonly reading: Shown<unknown>;
  readonly empty: string;
}) {
  return (
    <Table
      {...rows}
      variant="full-page"
      contentDensity="compact"
      loading={reading.isLoading && reading.answer === undefined}
      loadingText="読み込んでいます"
      ariaLabels={{ tableLabel: label }}
      empty={reading.failure ? "読み込めませんでした。" : empty}
      header={
        <Header variant="h1" description={description} actions={<ReloadButton reading={reading} />}>
          {heading}
        </Header>
      }
    />
  );
}
