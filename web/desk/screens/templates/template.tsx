import BreadcrumbGroup from "@cloudscape-design/components/breadcrumb-group";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import type { ShownTemplate } from "../../../../contract/templates.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { shownMinute } from "../../format.ts";
import { hashOf } from "../../navigation/location.ts";
import type { ScreenProps } from "../../navigation/screen.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import { ReloadButton } from "../../shell/reload-button.tsx";
import { DoneMessage } from "../done-message.tsx";
import { NextVersion } from "./next-version.tsx";

/** One 定型文: its next version is written on top of the one that was read, and every earlier one is shown. */
export default function Template({ path }: ScreenProps) {
  const code = path["code"] ?? "";
  const reading = useAnswer("readTemplate", { code }, {});
  const { answer, failure, isLoading, reload } = reading;
  const versions = answer?.versions ?? [];
  const name = versions[0]?.name ?? code;
  return (
    <SpaceBetween size="m">
      <BreadcrumbGroup
        ariaLabel="現在の場所"
        items={[
          { text: "定型文", href: hashOf(["templates"]) },
          { text: name, href: hashOf(["templates", code]) },
        ]}
      />
      <Header variant="h1" description={`コード ${code}`} actions={<ReloadButton reading={reading} />}>
        {name}
      </Header>
      <FailureAlert failure={failure} again={reload} />
      {!answer && isLoading && <Spinner size="large" />}
      <Versions versions={versions} reload={reload} />
    </SpaceBetween>
  );
}

function Versions(props: { readonly versions: readonly ShownTemplate[]; readonly reload: () => void }) {
  const { versions, reload } = props;
  const [done, setDone] = useState("");
  const [latest] = versions;
  if (!latest) return null;
  return (
    <SpaceBetween size="m">
      {latest.text === "" && <StatusIndicator type="stopped">使っていません</StatusIndicator>}
      <DoneMessage sentence={done} formStays />
      <NextVersion
        latest={latest}
        lastText={versions.find(({ text }) => text !== "")?.text ?? ""}
        reload={reload}
        changed={(sentence) => {
          setDone(sentence);
          reload();
        }}
      />
      <History versions={versions} />
    </SpaceBetween>
  );
}

function History({ versions }: { readonly versions: readonly ShownTemplate[] }) {
  return (
    <Container header={<Header variant="h2">これまでの版</Header>}>
      <ol className="history" reversed>
        {versions.map(({ version, name, text, at, by }) => (
          <li key={version}>
            第{version}版　<time className="quiet">{shownMinute(at)}</time>（{by}）
            <p className="written">{text === "" ? "使うのをやめました。" : `「${name}」\n${text}`}</p>
          </li>
        ))}
      </ol>
    </Container>
  );
}
