import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Select, { type SelectProps } from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import type { ReactNode, RefObject } from "react";
import type { CaseField } from "../../../../domain/case/case.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { type EditorState, shownText } from "./editor-state.ts";
import { TemplatePicker } from "./template-picker.tsx";
import { attributeNames } from "./texts.ts";

interface FieldProps {
  readonly state: EditorState;
  readonly type: (field: CaseField, text: string) => void;
}

/** What is written of a case: the inquiry, who asks, the category, what was answered; and what stands beneath. */
export function CaseFields({
  state,
  type,
  append,
  templates,
  children,
}: FieldProps & {
  /** Puts a text behind what a field says already. */
  readonly append: (field: CaseField, text: string) => void;
  readonly templates: RefObject<SelectProps.Ref | null>;
  readonly children: ReactNode;
}) {
  const { me } = useDesk();
  // One that is no longer offered stays possible for a case that has it.
  const own = [state.saved.category, shownText(state, "category")];
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
          options={me.categories
            .filter(({ code, isOffered }) => isOffered || own.includes(code))
            .map(({ code, name, isOffered }) => ({
              value: code,
              label: isOffered ? name : `${name}（いまは選べません）`,
              labelTag: code,
            }))}
          nothing="未分類"
          state={state}
          type={type}
        />
        <LongText field="answer" rows={5} state={state} type={type} />
        <TemplatePicker choice={templates} insert={(text) => append("answer", text)} />
        {children}
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
