import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { FormEvent } from "react";
import type { ShownTemplate } from "../../../../contract/templates.ts";
import { shownMinute } from "../../format.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import { TemplateFields } from "./template-fields.tsx";
import { type ReadTemplate, useNextVersion } from "./use-next-version.ts";

type Next = ReturnType<typeof useNextVersion>;

/** What a template says next, and how it is taken out of use and back. */
export function NextVersion(template: ReadTemplate) {
  const next = useNextVersion(template);
  const { latest } = template;
  const reason = reasonNotToSave(next, latest);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!next.isBusy && reason === undefined) void next.save();
  };
  const retire = (
    <Button disabled={next.isTyped} disabledReason={typedFirst} onClick={() => void next.retire()}>
      使うのをやめる
    </Button>
  );
  return (
    <Container
      header={
        <Header variant="h2" actions={latest.text !== "" && retire}>
          次の版
        </Header>
      }
    >
      <form onSubmit={send} noValidate>
        <SpaceBetween size="s">
          {next.isOvertaken && <Overtaken latest={latest} keep={next.keep} drop={next.drop} />}
          {!next.isOvertaken && next.failure?.field === undefined && <FailureAlert failure={next.failure} />}
          <TemplateFields entry={next.entry} change={next.type} failure={next.failure} />
          <SpaceBetween direction="horizontal" size="xs">
            <Button
              variant="primary"
              formAction="submit"
              loading={next.isBusy}
              disabled={reason !== undefined}
              disabledReason={reason ?? ""}
            >
              {`第${latest.version + 1}版として${latest.text === "" ? "、また使う" : "保存する"}`}
            </Button>
            {next.isTyped && !next.isOvertaken && (
              <Button formAction="none" onClick={next.drop}>
                元の内容に戻す
              </Button>
            )}
          </SpaceBetween>
        </SpaceBetween>
      </form>
    </Container>
  );
}

const typedFirst = "書きかけがあります。先に保存するか、元の内容に戻してください。";

function reasonNotToSave({ isOvertaken, isTyped }: Next, { text }: ShownTemplate): string | undefined {
  if (isOvertaken) return "先に、ほかの人の版をどうするかを選んでください。";
  return !isTyped && text !== "" ? "まだ何も変えていません。" : undefined;
}

/** What somebody else wrote while this person typed. */
function Overtaken(props: {
  readonly latest: ShownTemplate;
  readonly keep: () => void;
  readonly drop: () => void;
}) {
  const { version, name, text, at, by } = props.latest;
  return (
    <div role="alert">
      <Alert type="warning" header={`${by} が ${shownMinute(at)} に第${version}版を書きました`}>
        <SpaceBetween size="xs">
          <p className="written quoted">{text === "" ? "使うのをやめました。" : `「${name}」\n${text}`}</p>
          <p className="plain">入力したものは下に残っています。</p>
          <SpaceBetween direction="horizontal" size="xs">
            <Button formAction="none" onClick={props.keep}>
              入力したもので続ける
            </Button>
            <Button formAction="none" onClick={props.drop}>
              入力したものを捨てる
            </Button>
          </SpaceBetween>
        </SpaceBetween>
      </Alert>
    </div>
  );
}
