import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import type { ShownIncident } from "../../../../contract/incidents.ts";
import type { AnswerOf } from "../../../../contract/routes.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { shownMinute } from "../../format.ts";
import { hashOf, useDeskLocation } from "../../navigation/location.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import { PageButtons, usePages } from "../../shell/pages.tsx";
import { ReloadButton } from "../../shell/reload-button.tsx";
import { CaseLink } from "../case-words.tsx";
import { EventList } from "../event-list.tsx";
import { FlagOfIncident, PutFlag } from "./flag-of-incident.tsx";
import { Review } from "./review.tsx";

/** ハラスメントの事案: what happened, step by step; a supervisor writes down what came of looking at it. */
export default function Incidents() {
  const { query } = useDeskLocation();
  const only = query.get("call");
  const pages = usePages();
  const reading = useAnswer("listIncidents", {}, only === null ? pages.place : { contactId: only });
  const { answer, failure, isLoading, reload } = reading;
  return (
    <SpaceBetween size="m">
      <Header
        variant="h1"
        description="通話中に「ハラスメントの疑い」と報告されたものです。新しい順に並んでいます。"
        actions={<ReloadButton reading={reading} />}
      >
        ハラスメントの事案
      </Header>
      <FailureAlert failure={failure} again={reload} />
      {isLoading && !answer && <Spinner size="large" />}
      {only !== null && <Link href={hashOf(["incidents"])}>すべての事案を見る</Link>}
      {answer?.incidents.length === 0 && <p className="plain">報告された事案はありません。</p>}
      {answer?.incidents.map((incident) => (
        <OneIncident key={incident.contactId} incident={incident} answer={answer} reload={reload} />
      ))}
      <PageButtons pages={pages} next={answer?.next} />
    </SpaceBetween>
  );
}

function OneIncident(props: {
  readonly incident: ShownIncident;
  readonly answer: AnswerOf<"listIncidents">;
  readonly reload: () => void;
}) {
  const { incident, answer, reload } = props;
  const isSupervisor = useDesk().me.role === "supervisor";
  return (
    <Container header={<Heading incident={incident} />}>
      <SpaceBetween size="s">
        <p className="plain">
          {incident.receiptNumber !== undefined && (
            <>
              受付番号 <CaseLink receiptNumber={incident.receiptNumber} />・
            </>
          )}
          録音のコンタクトID {incident.contactId}・必要な配慮:{" "}
          {incident.accommodation ?? "まだ尋ねていません"}
        </p>
        <FlagOfIncident incident={incident} />
        <EventList
          events={incident.timeline.map(({ sentence, ...event }) => ({ ...event, words: sentence }))}
        />
        {isSupervisor && !incident.isReviewed && <Review contactId={incident.contactId} reviewed={reload} />}
        {isSupervisor && incident.mayFlag && !incident.flag && (
          <PutFlag
            contactId={incident.contactId}
            now={answer.now}
            reasons={answer.flagReasons}
            done={reload}
          />
        )}
      </SpaceBetween>
    </Container>
  );
}

function Heading({ incident }: { readonly incident: ShownIncident }) {
  const began = incident.timeline[0]?.at;
  return (
    <Header
      variant="h2"
      info={
        <StatusIndicator type={incident.isReviewed ? "success" : "pending"}>
          {incident.isReviewed ? "確認済" : "SVの確認待ち"}
        </StatusIndicator>
      }
    >
      {began === undefined ? "事案" : `${shownMinute(began)} の事案`}
    </Header>
  );
}
