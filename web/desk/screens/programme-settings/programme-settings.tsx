import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { useAnswer } from "../../api/use-answer.ts";
import { hashOf } from "../../navigation/location.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import { ReloadButton } from "../../shell/reload-button.tsx";

/** 設定: what the programme is set to, and where each part is changed. Nothing is changed here. */
export default function ProgrammeSettings() {
  const isSupervisor = useDesk().me.role === "supervisor";
  const reading = useAnswer("readProgrammeSettings", {}, {});
  const { answer, failure, isLoading, reload } = reading;
  return (
    <SpaceBetween size="m">
      <Header
        variant="h1"
        description="いま動いている設定です。この画面では変えられません。"
        actions={<ReloadButton reading={reading} />}
      >
        設定
      </Header>
      <FailureAlert failure={failure} again={reload} />
      {!answer && isLoading && <Spinner size="large" />}
      {answer?.sections.map(({ heading, changedIn, screen, rows }) => (
        <Container
          key={heading}
          header={
            <Header variant="h2" description={changedIn}>
              {heading}
            </Header>
          }
        >
          <SpaceBetween size="s">
            <KeyValuePairs columns={3} items={rows.map(({ name, value }) => ({ label: name, value }))} />
            {screen !== undefined && isSupervisor && (
              <Link href={hashOf([screen])} ariaLabel={`変える画面を開く: ${heading}`}>
                変える画面を開く
              </Link>
            )}
          </SpaceBetween>
        </Container>
      ))}
    </SpaceBetween>
  );
}
