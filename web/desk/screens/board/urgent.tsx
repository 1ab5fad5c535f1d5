import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import type { Board } from "../../../../contract/board.ts";
import { shownReceiptNumber } from "../../format.ts";
import { hashOf } from "../../navigation/location.ts";
import { DueTime } from "../case-words.tsx";

/** The call backs that are due first. */
export function UrgentCallbacks(props: { readonly callbacks: Board["callbacks"]; readonly now: number }) {
  const { next } = props.callbacks;
  return (
    <Container header={<Header variant="h2">折返し架電（期限の近い順）</Header>} fitHeight>
      {next.length === 0 && <p className="plain">約束している折返し架電はありません。</p>}
      <ol className="history">
        {next.map(({ receiptNumber, dueAt, attempts }) => (
          <li key={`${receiptNumber} ${dueAt}`}>
            <Case number={receiptNumber} /> <DueTime dueAt={dueAt} now={props.now} />
            {attempts > 0 && <span className="quiet">（{attempts}回架電済み）</span>}
          </li>
        ))}
      </ol>
    </Container>
  );
}

/** The written inquiries that are due first. */
export function UrgentInquiries(props: { readonly written: Board["written"]; readonly now: number }) {
  const { next } = props.written;
  return (
    <Container header={<Header variant="h2">文書の相談（期限の近い順）</Header>} fitHeight>
      {next.length === 0 && <p className="plain">回答を待っている文書の相談はありません。</p>}
      <ol className="history">
        {next.map(({ receiptNumber, dueAt }) => (
          <li key={receiptNumber}>
            <Case number={receiptNumber} /> <DueTime dueAt={dueAt} now={props.now} />
          </li>
        ))}
      </ol>
    </Container>
  );
}

function Case({ number }: { readonly number: string | undefined }) {
  if (number === undefined) return <span className="quiet">案件を確認できません</span>;
  return <Link href={hashOf(["cases", number])}>{shownReceiptNumber(number)}</Link>;
}
