import Button from "@cloudscape-design/components/button";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { TableProps } from "@cloudscape-design/components/table";
import { useRef, useState } from "react";
import type { CallbackLine, CallbackList } from "../../../../contract/callbacks.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { shownMinute, shownReceiptNumber } from "../../format.ts";
import { goTo, hashOf, useDeskLocation } from "../../navigation/location.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import { ListTable } from "../../shell/list-table.tsx";
import { PageButtons, usePages } from "../../shell/pages.tsx";
import { CategoryName, DueTime } from "../case-words.tsx";
import { OneCallback } from "./one-callback.tsx";

/** 折返し架電: who is to be called back, the most urgent first, how each call went, and how it ends. */
export default function Callbacks() {
  const { me } = useDesk();
  const pages = usePages();
  const reading = useAnswer("listCallbacks", {}, pages.place);
  const { answer, failure, reload } = reading;
  const chosen = useDeskLocation().query.get("open") ?? undefined;
  const [done, setDone] = useState("");
  const row = answer?.rows.find(
    ({ receiptNumber }) => receiptNumber !== undefined && receiptNumber === chosen,
  );
  const told = useRef<HTMLParagraphElement>(null);
  const changed = (sentence: string) => {
    setDone(sentence);
    // What was pressed may go with its call back; whoever uses keys goes on from here.
    told.current?.focus();
    reload();
  };
  return (
    <SpaceBetween size="m">
      <FailureAlert failure={failure} again={reload} />
      <p className="plain" role="status" ref={told} tabIndex={-1}>
        {done}
      </p>
      {answer && row && (
        <OneCallback
          key={row.receiptNumber}
          row={row}
          list={answer}
          changed={changed}
          leave={() => goTo(hashOf(["callbacks"]))}
        />
      )}
      <ListTable
        heading="折返し架電"
        description={answer && costText(answer)}
        reading={reading}
        empty="折返し架電を待っている方はいません。"
        items={answer?.rows ?? []}
        columnDefinitions={columnsOf(answer?.now ?? me.now)}
      />
      <PageButtons pages={pages} next={answer?.next} />
    </SpaceBetween>
  );
}

/** 今日の架電 3件 … (R18): what the carrier's bill will say is not known here. */
function costText({ today }: CallbackList): string {
  const minutes = Math.ceil(today.talkSeconds / 60);
  return `今日の架電 ${today.attempts}件、通話 ${today.connected}件 ${minutes}分、通話料はおよそ${today.yen}円（1分${today.yenPerMinute}円で見積り）`;
}

function columnsOf(now: number): TableProps.ColumnDefinition<CallbackLine>[] {
  return [
    {
      id: "number",
      header: "受付番号",
      isRowHeader: true,
      cell: ({ receiptNumber }) =>
        receiptNumber === undefined ? (
          "案件が見つかりません"
        ) : (
          <Link href={hashOf(["cases", receiptNumber])}>{shownReceiptNumber(receiptNumber)}</Link>
        ),
    },
    { id: "due", header: "期限", minWidth: 190, cell: ({ dueAt }) => <DueTime dueAt={dueAt} now={now} /> },
    { id: "category", header: "相談内容分類", cell: ({ category }) => <CategoryName code={category} /> },
    { id: "attempts", header: "架電", cell: (row) => attemptsText(row) },
    {
      id: "call",
      header: "次にすること",
      cell: ({ receiptNumber, canCall, attemptsLeft, callFrom }) =>
        receiptNumber === undefined ? null : (
          <SpaceBetween direction="horizontal" size="xs" alignItems="center">
            <Button
              ariaLabel={`${shownReceiptNumber(receiptNumber)} の架電を開く`}
              onClick={() => goTo(hashOf(["callbacks"], { open: receiptNumber }))}
            >
              架電を開く
            </Button>
            {!canCall && (
              <span className="quiet">
                {attemptsLeft > 0 ? `${shownMinute(callFrom)} から` : "回数に達しました"}
              </span>
            )}
          </SpaceBetween>
        ),
    },
  ];
}

function attemptsText({ attempts, attemptsLeft }: CallbackLine): string {
  return attempts.length === 0 ? "まだ" : `${attempts.length}回（あと${attemptsLeft}回）`;
}
