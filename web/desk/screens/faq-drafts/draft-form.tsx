import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { useState } from "react";
import type { ShownFaqDraft } from "../../../../contract/faq-drafts.ts";
import type { Failure } from "../../api/failure.ts";
import { useKeptEntry } from "../../kept-entry.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import { WithReason } from "./with-reason.tsx";

/** The words of a draft as somebody writes them, and of which version of it. */
interface Written {
  readonly of: number;
  readonly question: string;
  readonly answer: string;
  readonly category: string;
  readonly keywords: string;
}

/** Writes a draft, and decides of it. What is typed stays in this tab until it is saved. */
export function DraftForm(props: {
  readonly draft: ShownFaqDraft;
  readonly changed: (what?: string) => void;
}) {
  const { draft, changed } = props;
  const { written, isTyped, isBusy, failure, type, forget, save, approve } = useWriting(draft, changed);
  const problemOf = (field: string) => (failure?.field === field ? failure.problem : undefined);
  return (
    <SpaceBetween size="s">
      {failure?.field === undefined && <FailureAlert failure={failure} again={() => changed()} />}
      {isTyped && written.of !== draft.version && <ChangedMeanwhile draft={draft} take={forget} />}
      <Findings draft={draft} />
      <FormField label="質問" errorText={problemOf("question")} stretch>
        <Textarea
          value={written.question}
          rows={2}
          onChange={({ detail }) => type({ question: detail.value })}
        />
      </FormField>
      <FormField label="回答" errorText={problemOf("answer")} stretch>
        <Textarea value={written.answer} rows={4} onChange={({ detail }) => type({ answer: detail.value })} />
      </FormField>
      <div className="fields">
        <FormField label="分類" errorText={problemOf("category")} stretch>
          <Input value={written.category} onChange={({ detail }) => type({ category: detail.value })} />
        </FormField>
        <FormField label="キーワード（空白で区切る）" stretch>
          <Input value={written.keywords} onChange={({ detail }) => type({ keywords: detail.value })} />
        </FormField>
      </div>
      <SpaceBetween direction="horizontal" size="xs">
        <Button disabled={!isTyped || isBusy} onClick={save}>
          {draft.state === "draft" ? "保存する" : "保存して案に戻す"}
        </Button>
        {draft.state === "draft" && (
          <Button variant="primary" loading={isBusy} onClick={approve}>
            {isTyped ? "保存して承認する" : "承認する"}
          </Button>
        )}
      </SpaceBetween>
      {draft.state === "draft" && (
        <WithReason draft={draft} to="rejected" order="却下する" changed={changed} />
      )}
    </SpaceBetween>
  );
}

/** What is typed into a draft and not saved yet, and how it is saved and approved. */
function useWriting(draft: ShownFaqDraft, changed: (what?: string) => void) {
  const { ask } = useDesk();
  const saved = writtenOf(draft);
  const [kept, change, forget] = useKeptEntry<Partial<Written>>(
    `faq-draft ${draft.receiptNumber} ${draft.escalation}`,
    {},
  );
  const [failure, setFailure] = useState<Failure>();
  const [isBusy, setBusy] = useState(false);
  const written: Written = { ...saved, ...kept };
  const isTyped = JSON.stringify({ ...written, of: 0 }) !== JSON.stringify({ ...saved, of: 0 });
  const path = { receiptNumber: draft.receiptNumber, number: String(draft.escalation) };
  /** The version that was saved; undefined where it was not. */
  const send = async (): Promise<number | undefined> => {
    const { question, answer, category } = written;
    const keywords = written.keywords.split(/[\s、,]+/u).filter((word) => word !== "");
    const { version } = draft;
    const answered = await ask("writeFaqDraft", path, { version, question, answer, category, keywords });
    setFailure(answered.ok ? undefined : answered.failure);
    if (!answered.ok) return undefined;
    forget();
    return answered.value.version;
  };
  const sendAndApprove = async (): Promise<boolean> => {
    const version = isTyped ? await send() : draft.version;
    if (version === undefined) return false;
    const answered = await ask("decideFaqDraft", path, { version, to: "approved" });
    setFailure(answered.ok ? undefined : answered.failure);
    return answered.ok;
  };
  const during = async (work: () => Promise<boolean>, what: string) => {
    setBusy(true);
    const isDone = await work();
    setBusy(false);
    changed(isDone ? what : undefined);
  };
  return {
    written,
    isTyped,
    isBusy,
    failure,
    type: (field: Partial<Omit<Written, "of">>) => change({ ...written, ...field }),
    forget,
    save: () => void during(async () => (await send()) !== undefined, "保存しました。"),
    approve: () => void during(sendAndApprove, "承認しました。FAQの検索で見つかります。"),
  };
}

function Findings({ draft: { findings } }: { readonly draft: ShownFaqDraft }) {
  if (findings.length === 0) return null;
  const words = findings.map(({ field, kind, text }) => {
    const name = field === "question" ? "質問" : "回答";
    return text === `［${kind}］` ? `${name}の${text}` : `${name}の「${text}」（${kind}）`;
  });
  return (
    <Alert type="warning" header="このままでは承認できません">
      個人が分かるおそれのある所があります: {words.join("、")}。だれのことか分からない文に直してください。
    </Alert>
  );
}

/** Somebody else has written it since this was typed: both are here, and saving decides. */
function ChangedMeanwhile({ draft, take }: { readonly draft: ShownFaqDraft; readonly take: () => void }) {
  return (
    <Alert
      type="info"
      header="ほかの人が先に直しました"
      action={<Button onClick={take}>先の文を使う</Button>}
    >
      <p className="written">{draft.question}</p>
      <p className="written">{draft.answer}</p>
      下の欄にはあなたの書きかけが残っています。保存すると、書きかけに置き換わります。
    </Alert>
  );
}

function writtenOf({ version, question, answer, category, keywords }: ShownFaqDraft): Written {
  return { of: version, question, answer, category, keywords: keywords.join(" ") };
}
