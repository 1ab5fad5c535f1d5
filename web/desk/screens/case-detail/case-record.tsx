import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import type { CaseDetail } from "../../../../contract/cases.ts";
import { shownMinute } from "../../format.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { Pictures } from "./pictures.tsx";
import { eventNames } from "./texts.ts";
import { EventList } from "../event-list.tsx";

/** How who asked can be reached; of a call nothing is known but its case. */
export function Inquirer({ saved }: { readonly saved: CaseDetail }) {
  const { replyTo, pictures } = saved;
  const given = [
    ["名前", replyTo?.name],
    ["メール", replyTo?.mail],
    ["電話番号", replyTo?.number],
    ["連絡のつく時間", replyTo?.reachable],
    ["添付画像", pictures.length === 0 ? undefined : <Pictures key="pictures" saved={saved} />],
  ] as const;
  const items = given.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]));
  return (
    <Container header={<Header variant="h2">相談者の連絡先</Header>}>
      {items.length > 0 ? (
        <KeyValuePairs columns={1} items={items} />
      ) : (
        <Box color="text-body-secondary">
          {replyTo ? "回答を希望していません。" : "電話の相談です。連絡先は保存していません。"}
        </Box>
      )}
    </Container>
  );
}

/** What the desk and the inquirer wrote to each other. */
export function Correspondence({ letters }: { readonly letters: CaseDetail["correspondence"] }) {
  if (letters.length === 0) return null;
  return (
    <Container header={<Header variant="h2">やりとり</Header>}>
      <ol className="history">
        {letters.map(({ at, from, by, text, attachments }, index) => (
          <li key={`${at} ${index}`}>
            <span className="quiet">
              <time>{shownMinute(at)}</time> {from === "desk" ? `窓口から（${by ?? ""}）` : "相談者から"}
            </span>
            <p className="written">{text}</p>
            {attachments && <p className="quiet plain">添付: {attachments.join("、")}</p>}
          </li>
        ))}
      </ol>
    </Container>
  );
}

type Event = CaseDetail["history"][number];

/** 経過, the latest first; what one person wrote without a break is one line. */
export function History({ history }: { readonly history: readonly Event[] }) {
  const { names } = useDesk().me;
  const words = ({ what, fields = [], to, owner }: Event) => {
    if (what === "edited")
      return `${fields.map((field) => names.caseFields[field] ?? field).join("・")}を書きました`;
    if (what === "status-changed") return `状況を「${names.statuses[to ?? ""] ?? to}」にしました`;
    if (what === "owner-changed") return `担当者を${owner}にしました`;
    return eventNames[what] ?? what;
  };
  return (
    <Container header={<Header variant="h2">経過</Header>}>
      <EventList
        events={joined(history)
          .toReversed()
          .map((event) => ({ at: event.at, by: event.by, words: words(event), note: event.note }))}
        isReversed
      />
    </Container>
  );
}

function joined(history: readonly Event[]): Event[] {
  const lines: Event[] = [];
  for (const event of history) {
    const before = lines.at(-1);
    if (event.what === "edited" && before?.what === "edited" && before.by === event.by)
      lines[lines.length - 1] = {
        ...event,
        fields: [...new Set([...(before.fields ?? []), ...(event.fields ?? [])])],
      };
    else lines.push(event);
  }
  return lines;
}
