import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { useState } from "react";
import type { ChangeableSettings } from "../../../../contract/settings-changes.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import { ReloadButton } from "../../shell/reload-button.tsx";
import { SettingHistory } from "./setting-history.tsx";
import { DoneMessage } from "../done-message.tsx";
import { LongCallSteps } from "./long-call-steps.tsx";
import { RetryRule } from "./retry-rule.tsx";

/** 設定の変更: the rules by which the desk works, with every change of them. A supervisor changes them, without a deployment. */
export default function SettingsChanges() {
  const { me } = useDesk();
  const reading = useAnswer("listSettingsChanges", {}, {});
  const { answer, failure, isLoading, reload } = reading;
  const [done, setDone] = useState("");
  const [saved, setSaved] = useState<ChangeableSettings>();
  // What was answered to a change is newer than what was read before it.
  const settings = answer && saved && saved.history.length > answer.history.length ? saved : answer;
  const changed = (sentence: string, now: ChangeableSettings) => {
    setDone(sentence);
    setSaved(now);
    reload();
  };
  const mayChange = me.role === "supervisor";
  return (
    <SpaceBetween size="m">
      <Header
        variant="h1"
        description="変えた設定は、決めた日から、すべての画面と自動の通知で使います。今日からにすると、すぐに変わります。"
        actions={<ReloadButton reading={reading} />}
      >
        設定の変更
      </Header>
      <FailureAlert failure={failure} again={reload} />
      <DoneMessage sentence={done} />
      {!settings && isLoading && <Spinner size="large" />}
      {settings && (
        <LongCallSteps
          key={`steps ${saved?.longCallSteps.lastChange}`}
          settings={settings}
          mayChange={mayChange}
          changed={changed}
          reload={reload}
        />
      )}
      {settings && (
        <RetryRule
          key={`retry ${saved?.callbackRetry.lastChange}`}
          settings={settings}
          mayChange={mayChange}
          changed={changed}
          reload={reload}
        />
      )}
      {settings && <SettingHistory changes={settings.history} />}
    </SpaceBetween>
  );
}
