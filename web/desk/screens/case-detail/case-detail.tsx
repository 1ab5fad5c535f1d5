import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import Grid from "@cloudscape-design/components/grid";
import Header from "@cloudscape-design/components/header";
import type { InputProps } from "@cloudscape-design/components/input";
import type { SelectProps } from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import type { TextareaProps } from "@cloudscape-design/components/textarea";
import { useEffect, useRef, useState } from "react";
import type { FaqHit } from "../../../../contract/faq.ts";
import { shownReceiptNumber } from "../../format.ts";
import { hashOf } from "../../navigation/location.ts";
import type { ScreenProps } from "../../navigation/screen.ts";
import { CaseTrail } from "../../shell/case-trail.tsx";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import type { CaseEditor } from "./case-editor.ts";
import type { EditorView } from "./editor-view.ts";
import { CaseFields } from "./case-fields.tsx";
import { Correspondence, History, Inquirer } from "./case-record.tsx";
import { StatusPanel } from "./case-status.tsx";
import { Conflicts } from "./conflicts.tsx";
import type { EditorState } from "./editor-state.ts";
import { Owner } from "./owner.tsx";
import { Escalations } from "./escalations.tsx";
import { FaqPanel } from "./faq-panel.tsx";
import { useCaseEditor } from "./use-case-editor.ts";

/** 相談案件: all that is known of one, to be written in. Opening it leaves an entry in the audit. */
export default function CaseDetail({ path }: ScreenProps) {
  const number = path["receiptNumber"] ?? "";
  const { editor, view } = useCaseEditor(number);
  const { state, failure } = view;
  return (
    <SpaceBetween size="m">
      <CaseTrail receiptNumber={number} />
      <Header
        variant="h1"
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button href={hashOf(["cases", number, "callback"])}>折返し架電を約束</Button>
            <Button href={hashOf(["cases", number, "registrations"])}>登録情報の操作</Button>
            <Button iconName="refresh" onClick={() => void editor.reload()}>
              更新
            </Button>
          </SpaceBetween>
        }
      >
        受付番号 {shownReceiptNumber(number)}
      </Header>
      <FailureAlert failure={failure} again={() => void (state ? editor.save() : editor.reload())} />
      {!state && !failure && <Spinner size="large" />}
      {state && <Work view={view} state={state} editor={editor} />}
    </SpaceBetween>
  );
}

function Work(props: {
  readonly view: EditorView;
  readonly state: EditorState;
  readonly editor: CaseEditor;
}) {
  const { view, state, editor } = props;
  const { saved } = state;
  const [isAsking, setAsking] = useState(false);
  const search = useRef<InputProps.Ref>(null);
  const question = useRef<TextareaProps.Ref>(null);
  const templates = useRef<SelectProps.Ref>(null);
  useEffect(() => {
    if (isAsking) question.current?.focus();
  }, [isAsking]);
  const askOthers = () => {
    setAsking(true);
    question.current?.focus();
  };
  useShortcuts({
    save: () => void editor.save(),
    search: () => search.current?.focus(),
    choose: () => templates.current?.focus(),
    askOthers,
  });
  const use = (hit: FaqHit) => editor.append("answer", hit.answer);
  return (
    <SpaceBetween size="m">
      <Notices view={view} editor={editor} />
      <Conflicts conflicts={state.conflicts} resolve={editor.resolve} />
      <StatusPanel view={view} saved={saved} editor={editor} />
      <Grid gridDefinition={[{ colspan: { default: 12, xs: 7 } }, { colspan: { default: 12, xs: 5 } }]}>
        <SpaceBetween size="m">
          <CaseFields state={state} type={editor.type} append={editor.append} templates={templates}>
            <Owner saved={saved} editor={editor} />
          </CaseFields>
          <Escalations
            saved={saved}
            editor={editor}
            isAsking={isAsking}
            setAsking={setAsking}
            question={question}
          />
          <Correspondence letters={saved.correspondence} />
        </SpaceBetween>
        <SpaceBetween size="m">
          <FaqPanel receiptNumber={saved.receiptNumber} input={search} use={use} isMissing={askOthers} />
          <Inquirer saved={saved} />
          <History history={saved.history} />
        </SpaceBetween>
      </Grid>
    </SpaceBetween>
  );
}

/** Who else is in the case, and whether what was typed before is on the screen again. */
function Notices({ view, editor }: { readonly view: EditorView; readonly editor: CaseEditor }) {
  return (
    <div role="status">
      <SpaceBetween size="xs">
        {view.others.length > 0 && (
          <Alert type="info">
            {view.others.join("、")}{" "}
            もこの案件を書いています。同じ欄を書いたときは、どちらを残すかを選べます。
          </Alert>
        )}
        {view.isRestored && (
          <Alert type="info" action={<Button onClick={editor.discard}>書きかけを捨てる</Button>}>
            前回の書きかけを画面に戻しました。確かめて「保存」を押してください。
          </Alert>
        )}
      </SpaceBetween>
    </div>
  );
}

/** Keys that lead from anywhere in the case: none of them is taken by a browser or by Japanese input. */
function useShortcuts(keys: {
  readonly save: () => void;
  readonly search: () => void;
  readonly choose: () => void;
  readonly askOthers: () => void;
}): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const action = actionOf(event);
      if (!action) return;
      event.preventDefault();
      current.current[action]();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}

/** By the key's place and not by what it types, which Japanese input changes. */
const actions: Readonly<Record<string, "search" | "choose" | "askOthers">> = {
  KeyQ: "search",
  KeyM: "choose",
  KeyN: "askOthers",
};

function actionOf({ altKey, ctrlKey, metaKey, code }: KeyboardEvent) {
  if ((ctrlKey || metaKey) && !altKey && code === "KeyS") return "save";
  return altKey && !ctrlKey && !metaKey ? actions[code] : undefined;
}
