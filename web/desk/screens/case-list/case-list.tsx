import DatePicker from "@cloudscape-design/components/date-picker";
import Pagination from "@cloudscape-design/components/pagination";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { TableProps } from "@cloudscape-design/components/table";
import { useState } from "react";
import type { CaseSummary } from "../../../../contract/cases.ts";
import type { RequestOf } from "../../../../contract/routes.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { dateOf, shownMinute } from "../../format.ts";
import { goTo, hashOf, useDeskLocation } from "../../navigation/location.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import { ListTable } from "../../shell/list-table.tsx";
import { CaseFinder } from "./case-finder.tsx";
import { CaseLink, CaseStatus, CategoryName, DueTime } from "../case-words.tsx";

const views = ["mine", "open", "day"] as const;
type View = (typeof views)[number];

/**
 * 案件一覧: what somebody has in hand, what still owes an answer, the most urgent first, or what came in on a day. It opens with
 * what the whole desk owes: what is urgent and in nobody's hands must be seen.
 */
export default function CaseList() {
  const { me } = useDesk();
  const { query } = useDeskLocation();
  const view: View = views.find((one) => one === query.get("view")) ?? "open";
  const date = query.get("date") ?? dateOf(me.now);
  return <CasePages key={`${view} ${date}`} view={view} date={date} />;
}

function CasePages({ view, date }: { readonly view: View; readonly date: string }) {
  const { me } = useDesk();
  // The places at which the pages begin, as far as they were looked at; the first begins at none.
  const [places, setPlaces] = useState<readonly (string | undefined)[]>([undefined]);
  const [page, setPage] = useState(1);
  const after = places[page - 1];
  const reading = useAnswer("listCases", {}, requestOf(view, date, after));
  const { answer, failure, reload } = reading;
  const next = answer?.next;
  const turnTo = (wanted: number) => {
    if (wanted > places.length && next !== undefined) setPlaces([...places, next]);
    if (wanted <= places.length || next !== undefined) setPage(wanted);
  };
  return (
    <SpaceBetween size="m">
      <CaseFinder columns={columnsAt} />
      <FailureAlert failure={failure} again={reload} />
      <ListTable
        heading="案件一覧"
        label="相談案件"
        reading={reading}
        empty={emptyTexts[view]}
        stickyHeader
        enableKeyboardNavigation
        trackBy="receiptNumber"
        items={answer?.cases ?? []}
        columnDefinitions={columnsAt(answer?.now ?? me.now)}
        filter={<Choice view={view} date={date} />}
        pagination={
          <Pagination
            currentPageIndex={page}
            pagesCount={places.length}
            openEnd={next !== undefined}
            onChange={({ detail }) => turnTo(detail.currentPageIndex)}
            onNextPageClick={({ detail }) => turnTo(detail.requestedPageIndex)}
          />
        }
      />
    </SpaceBetween>
  );
}

/** What is shown: by due time, or of a day. It stands in the address, so that "back" finds it again. */
function Choice({ view, date }: { readonly view: View; readonly date: string }) {
  const show = (query: Readonly<Record<string, string>>) => goTo(hashOf(["cases"], query));
  return (
    <SpaceBetween direction="horizontal" size="s">
      <SegmentedControl
        label="表示"
        selectedId={view}
        options={[
          { id: "mine", text: "自分の案件" },
          { id: "open", text: "期限順" },
          { id: "day", text: "受付日" },
        ]}
        onChange={({ detail }) => show(queryOf(detail.selectedId, date))}
      />
      {view === "day" && (
        <DatePicker
          value={date}
          ariaLabel="受付日"
          placeholder="YYYY/MM/DD"
          onChange={({ detail }) => detail.value !== "" && show({ view: "day", date: detail.value })}
        />
      )}
    </SpaceBetween>
  );
}

function queryOf(view: string, date: string): Readonly<Record<string, string>> {
  if (view === "open") return {};
  return view === "day" ? { view, date } : { view };
}

const emptyTexts: Readonly<Record<View, string>> = {
  mine: "担当している案件はありません。「期限順」の案件を開いて、「自分が担当する」を押すと、ここに並びます。",
  open: "回答を待っている相談案件はありません。",
  day: "この日に受け付けた相談案件はありません。",
};

function requestOf(view: View, date: string, after: string | undefined): RequestOf<"listCases"> {
  const place = after === undefined ? {} : { after };
  return view === "day" ? { view, date, ...place } : { view, ...place };
}

function columnsAt(now: number): TableProps.ColumnDefinition<CaseSummary>[] {
  return [
    {
      id: "number",
      header: "受付番号",
      isRowHeader: true,
      cell: ({ receiptNumber }) => <CaseLink receiptNumber={receiptNumber} />,
    },
    { id: "status", header: "状態", cell: ({ status }) => <CaseStatus status={status} /> },
    {
      id: "due",
      header: "回答期限",
      minWidth: 190,
      cell: ({ dueAt, status }) => <DueTime dueAt={status === "closed" ? undefined : dueAt} now={now} />,
    },
    { id: "category", header: "相談内容分類", cell: ({ category }) => <CategoryName code={category} /> },
    { id: "owner", header: "担当者", cell: ({ owner }) => owner ?? "－" },
    { id: "origin", header: "受付方法", cell: ({ origin }) => <OriginName origin={origin} /> },
    { id: "received", header: "受付日時", cell: ({ receivedAt }) => shownMinute(receivedAt) },
  ];
}

function OriginName({ origin }: { readonly origin: CaseSummary["origin"] }) {
  return <>{useDesk().me.names.origins[origin] ?? origin}</>;
}
