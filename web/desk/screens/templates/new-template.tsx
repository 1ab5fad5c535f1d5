import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type FormEvent, useState } from "react";
import type { ShownTemplate } from "../../../../contract/templates.ts";
import type { Failure } from "../../api/failure.ts";
import { useKeptEntry } from "../../kept-entry.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import { TemplateFields } from "./template-fields.tsx";

/** Writes the first version of a template. */
export function NewTemplate({ written }: { readonly written: (template: ShownTemplate) => void }) {
  const { ask } = useDesk();
  const [entry, change, clear] = useKeptEntry("new template", { code: "", name: "", text: "" });
  const [failure, setFailure] = useState<Failure>();
  const [isBusy, setBusy] = useState(false);
  const code = entry.code.trim();
  const add = async () => {
    if (code === "") return setFailure(noCode);
    setBusy(true);
    const { name, text } = entry;
    const answered = await ask("writeTemplate", { code }, { name, text, baseVersion: 0 });
    setBusy(false);
    if (!answered.ok) return setFailure(answered.failure.kind === "conflict" ? takenCode : answered.failure);
    setFailure(undefined);
    clear();
    written(answered.value);
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy) void add();
  };
  return (
    <Container header={<Header variant="h2">新しい定型文</Header>}>
      <form onSubmit={send} noValidate>
        <SpaceBetween size="s">
          {failure?.field === undefined && <FailureAlert failure={failure} again={() => void add()} />}
          <FormField
            label="コード"
            constraintText="英小文字・数字・ハイフンで40文字まで。あとから変えられません（例 password-reset）。"
            errorText={failure?.field === "code" && failure.problem}
          >
            <Input
              value={entry.code}
              spellcheck={false}
              onChange={({ detail }) => change({ code: detail.value })}
            />
          </FormField>
          <TemplateFields entry={entry} change={change} failure={failure} />
          <Button variant="primary" formAction="submit" loading={isBusy}>
            定型文を登録する
          </Button>
        </SpaceBetween>
      </form>
    </Container>
  );
}

const noCode: Failure = { kind: "wrong", field: "code", problem: "コードを入力してください。" };

const takenCode: Failure = {
  kind: "wrong",
  field: "code",
  problem: "このコードの定型文はすでにあります。別のコードにするか、一覧から開いて直してください。",
};
