import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import Select, { type SelectProps } from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { useState } from "react";
import type { CaseField } from "../../../../domain/case/case.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { type EditorState, shownText } from "./editor-state.ts";
import { attributeNames } from "./texts.ts";

interface FieldProps {
  readonly state: EditorState;
  readonly type: (field: CaseField, text: string) => void;
}

/** What is written of a case: the inquiry, who asks, the category, what was answered, who has it. */
export function CaseFields({ state, type }: FieldProps) {
  const { me } = useDesk();
  return (
    <Container header={<Header variant="h2">相談</Header>}>
      <SpaceBetween size="s">
        <LongText field="content" rows={6} state={state} type={type} />
        <div className="fields">
          {attributeNames.map((name) => (
            <Choice
              key={name}
              field={name}
              options={(me.attributeChoices[name] ?? []).map((value) => ({ value, label: value }))}
              nothing="未確認"
              state={state}
              type={type}
            />
          ))}
        </div>
        <Choice
          field="category"
          options={me.categories.map(({ code, name }) => ({ value: code, label: name, labelTag: code }))}
          nothing="未分類"
          state={state}
          type={type}
        />
        <LongText field="answer" rows={5} state={state} type={type} />
        <Owner state={state} type={type} />
      </SpaceBetween>
    </Container>
  );
}

function LongText({
  field,
  rows,
  state,
  type,
}: FieldProps & { readonly field: "content" | "answer"; readonly rows: number }) {
  const { names } = useDesk().me;
  return (
    <FormField label={names.caseFields[field]} stretch>
      <Textarea
        value={shownText(state, field)}
        rows={rows}
        spellcheck={false}
        onChange={({ detail }) => type(field, detail.value)}
      />
    </FormField>
  );
}

/** More choices than these are searched by typing. */
const mostWithoutSearch = 8;

function Choice(
  props: FieldProps & {
    readonly field: CaseField;
    readonly options: readonly SelectProps.Option[];
    readonly nothing: string;
  },
) {
  const { field, options, nothing, state, type } = props;
  const { names } = useDesk().me;
  const value = shownText(state, field);
  const known = options.find((one) => one.value === value);
  return (
    <FormField label={names.caseFields[field]} stretch>
      <Select
        selectedOption={value === "" ? null : (known ?? { value, label: value })}
        options={[{ value: "", label: nothing }, ...options]}
        placeholder={nothing}
        filteringType={options.length > mostWithoutSearch ? "auto" : "none"}
        filteringPlaceholder="文字を入れて絞り込み"
        filteringAriaLabel={`${names.caseFields[field]}を絞り込み`}
        empty="選択肢がありません"
        noMatch="当てはまるものがありません"
        onChange={({ detail }) => type(field, detail.selectedOption.value ?? "")}
      />
    </FormField>
  );
}

/** As the domain reads a staff code. */
const staffCode = /^[A-Za-z]{1,3}-?\d{1,4}$/;

/** Another code than one of staff is not taken over, and stays in the field. */
function Owner({ state, type }: FieldProps) {
  const { me } = useDesk();
  const owner = shownText(state, "owner");
  const [text, setText] = useState<string>();
  const isWrong = text !== undefined && text !== "" && !staffCode.test(text);
  const change = (value: string) => {
    const isCode = value === "" || staffCode.test(value);
    setText(isCode ? undefined : value);
    if (isCode) type("owner", value.toUpperCase());
  };
  return (
    <FormField
      label={me.names.caseFields["owner"]}
      errorText={isWrong && "OP01 のような職員コードで入力してください。"}
      secondaryControl={
        <Button disabled={owner === me.staff} onClick={() => change(me.staff)}>
          自分が担当する
        </Button>
      }
    >
      <Input value={text ?? owner} onChange={({ detail }) => change(detail.value)} />
    </FormField>
  );
}
