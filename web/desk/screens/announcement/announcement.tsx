import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { useState } from "react";
import type { ShownAnnouncement, ShownSaidAnnouncement } from "../../../../contract/announcement.ts";
import type { Failure } from "../../api/failure.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { shownMinute } from "../../format.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import { ReloadButton } from "../../shell/reload-button.tsx";
import { DoneMessage } from "../done-message.tsx";
import { AnnouncementForm } from "./announcement-form.tsx";
import { SaidAnnouncements } from "./said-announcements.tsx";
import { Confirmation } from "../confirmation.tsx";

/** 緊急案内: what every caller hears first. A supervisor sets and ends it, without a deployment. */
export default function Announcement() {
  const { me } = useDesk();
  const reading = useAnswer("readAnnouncement", {}, {});
  const { answer, failure, isLoading } = reading;
  const past = useAnswer("listSaidAnnouncements", {}, {});
  const said = past.answer?.said;
  const reload = () => {
    reading.reload();
    past.reload();
  };
  const [done, setDone] = useState("");
  const changed = (sentence: string) => {
    setDone(sentence);
    reload();
  };
  return (
    <SpaceBetween size="m">
      <Header
        variant="h1"
        description="電話をかけた人全員に、最初に聞こえる案内です。"
        actions={<ReloadButton reading={{ ...reading, reload }} />}
      >
        緊急案内
      </Header>
      <FailureAlert failure={failure ?? past.failure} again={reload} />
      <DoneMessage sentence={done} formStays />
      {!answer && isLoading && <Spinner size="large" />}
      {answer && (
        <InForce announcement={answer.announcement} said={said?.[0]} changed={changed} reload={reload} />
      )}
      {answer && me.role === "supervisor" && (
        <AnnouncementForm now={answer.now} current={answer.announcement} changed={changed} reload={reload} />
      )}
      {said && <SaidAnnouncements said={said} />}
    </SpaceBetween>
  );
}

function InForce({
  announcement,
  said,
  changed,
  reload,
}: {
  /** What was set last. */
  readonly said: ShownSaidAnnouncement | undefined;
  readonly announcement: ShownAnnouncement | undefined;
  readonly changed: (sentence: string) => void;
  readonly reload: () => void;
}) {
  const { me, ask } = useDesk();
  const [isAsked, setAsked] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const end = async () => {
    const answered = await ask("endAnnouncement", {}, { seen: announcement ?? null });
    setFailure(answered.ok ? undefined : answered.failure);
    // What is ended next is what stands there by then.
    if (!answered.ok) return answered.failure.kind === "conflict" ? reload() : undefined;
    setAsked(false);
    changed("緊急案内を終えました。これからの電話には聞こえません。");
  };
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            announcement &&
            me.role === "supervisor" && <Button onClick={() => setAsked(true)}>いま終える</Button>
          }
        >
          いま聞こえている案内
        </Header>
      }
    >
      {announcement ? (
        <>
          <p className="spoken">{announcement.text}</p>
          <Box>
            {shownMinute(announcement.until)} まで流れます。
            {said?.end === "in-force" && `流した人: ${said.setBy ?? "記録なし"}`}
          </Box>
        </>
      ) : (
        <p className="plain">緊急案内は流れていません。通常の案内から始まります。</p>
      )}
      <Confirmation
        isAsked={isAsked}
        question="緊急案内を終えますか"
        yes="終える"
        failure={failure}
        no={() => setAsked(false)}
        confirm={end}
      >
        <p className="plain">次の案内が、これからの電話に聞こえなくなります。</p>
        <p className="spoken">{announcement?.text}</p>
      </Confirmation>
    </Container>
  );
}
