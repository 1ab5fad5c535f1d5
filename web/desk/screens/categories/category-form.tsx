import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input, { type InputProps } from "@cloudscape-design/components/input";
import RadioGroup from "@cloudscape-design/components/radio-group";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type RefObject, useEffect, useRef } from "react";
import type { CategoryList } from "../../../../contract/categories.ts";
import { useKeptEntry } from "../../kept-entry.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import { Confirmation } from "../confirmation.tsx";
import { reasonInWords, useSending, WhenAndWhyFields, whenOf } from "../settings-changes/when-and-why.tsx";
import { changeOf, type Entry, type Use, useName, uses } from "./entry.ts";

interface CategoryFormProps {
  /** What the form begins with; what was typed of the same category before is there again. */
  readonly started: Entry;
  readonly list: CategoryList;
  readonly reload: () => void;
  readonly close: () => void;
  readonly changed: (sentence: string) => void;
}

/** A category that is added or changed; it takes effect only after it was seen once more. */
export function CategoryForm(props: CategoryFormProps) {
  const { started, list, close } = props;
  const isNew = started.code === "";
  const [kept, change, clear] = useKeptEntry<Entry>(`category ${started.code}`, started);
  // What stands on the list now is what is changed, whatever was typed before.
  const lastChange = list.categories.find(({ code }) => code === started.code)?.lastChange ?? 0;
  const entry = { ...kept, lastChange };
  const nameField = useRef<InputProps.Ref>(null);
  useEffect(() => nameField.current?.focus(), []);
  const { ask } = useDesk();
  const when = whenOf(entry, list.now);
  const { isAsked, setAsked, failure, review, confirm } = useSending({
    send: () => ask("changeCategory", {}, changeOf(entry, list)),
    kept: () => {
      clear();
      props.changed(isNew ? `分類「${entry.name}」を${when}加えます。` : `${entry.code}を${when}変えます。`);
    },
    reload: props.reload,
  });
  return (
    <Container
      header={
        <Header variant="h2">{isNew ? "分類を加える" : `${started.code} ${started.name}を変える`}</Header>
      }
    >
      <form onSubmit={review} noValidate>
        <SpaceBetween size="m">
          <FailureAlert failure={failure} again={() => void confirm()} />
          <Fields entry={entry} change={change} nameField={nameField} />
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="primary" formAction="submit">
              内容を確かめる
            </Button>
            <Button
              formAction="none"
              onClick={() => {
                clear();
                close();
              }}
            >
              やめる
            </Button>
          </SpaceBetween>
        </SpaceBetween>
      </form>
      <Confirmation
        isAsked={isAsked}
        question={isNew ? "この分類を加えますか" : "このとおりに分類を変えますか"}
        yes={isNew ? "加える" : "変える"}
        failure={undefined}
        no={() => setAsked(false)}
        confirm={confirm}
      >
        <Summary entry={entry} list={list} />
      </Confirmation>
    </Container>
  );
}

interface FieldsProps {
  readonly entry: Entry;
  readonly change: (changed: Partial<Entry>) => void;
}

function Fields({
  entry,
  change,
  nameField,
}: FieldsProps & { readonly nameField: RefObject<InputProps.Ref | null> }) {
  return (
    <SpaceBetween size="m">
      <FormField label="分類の名前" constraintText="40文字まで。報告書には、月末の名前を載せます。">
        <Input ref={nameField} value={entry.name} onChange={({ detail }) => change({ name: detail.value })} />
      </FormField>
      <ExpandableSection headerText="WEBフォームのほかの言語の名前（なければ日本語のまま出します）">
        <SpaceBetween size="s">
          <FormField label="やさしい日本語">
            <Input value={entry.easy} onChange={({ detail }) => change({ easy: detail.value })} />
          </FormField>
          <FormField label="英語">
            <Input value={entry.english} onChange={({ detail }) => change({ english: detail.value })} />
          </FormField>
        </SpaceBetween>
      </ExpandableSection>
      <FormField label="使い方">
        <RadioGroup
          value={entry.use}
          items={uses}
          onChange={({ detail }) => change({ use: detail.value as Use })}
        />
      </FormField>
      <WhenAndWhyFields entry={entry} change={change} />
    </SpaceBetween>
  );
}

/** What becomes of it, in words. */
function Summary({ entry, list }: { readonly entry: Entry; readonly list: CategoryList }) {
  const before = list.categories.find(({ code }) => code === entry.code);
  const isRenamed = before !== undefined && before.name !== entry.name;
  return (
    <ul className="plain">
      <li>
        {whenOf(entry, list.now)}、「{entry.name}」を「{useName(entry.use)}」にします。
      </li>
      {isRenamed && (
        <li>
          いまの名前「{before.name}」から変わります。コードは {entry.code}{" "}
          のままで、これまでの件数はこの分類に続けて数えます。
        </li>
      )}
      {entry.use === "nobody" && <li>この分類の案件は、そのまま読めて、保存もできます。</li>}
      <li>{reasonInWords(entry)}</li>
    </ul>
  );
}
