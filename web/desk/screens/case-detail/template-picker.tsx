import FormField from "@cloudscape-design/components/form-field";
import Select, { type SelectProps } from "@cloudscape-design/components/select";
import { type RefObject, useState } from "react";
import { useAnswer } from "../../api/use-answer.ts";

/** So much of a text shows which one it is. */
const shownCharacters = 60;

/** 定型文: the one that is chosen is put behind what the answer says already; nothing that was typed is replaced. */
export function TemplatePicker({
  choice,
  insert,
}: {
  readonly choice: RefObject<SelectProps.Ref | null>;
  readonly insert: (text: string) => void;
}) {
  const { answer, failure, isLoading, reload } = useAnswer("listTemplates", {}, {});
  const [inserted, setInserted] = useState("");
  const inUse = (answer?.templates ?? []).filter(({ text }) => text !== "");
  const take = (code: string | undefined) => {
    const chosen = inUse.find((one) => one.code === code);
    if (!chosen) return;
    insert(chosen.text);
    setInserted(`「${chosen.name}」を回答内容の後ろに入れました。`);
  };
  return (
    <FormField label="定型文を回答内容に入れる（Alt+M）" stretch>
      <Select
        ref={choice}
        selectedOption={null}
        placeholder="定型文を選ぶ"
        options={inUse.map(({ code, name, text }) => ({
          value: code,
          label: name,
          description: text.length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text,
        }))}
        filteringType="auto"
        filteringPlaceholder="文字を入れて絞り込み"
        filteringAriaLabel="定型文を絞り込み"
        statusType={failure ? "error" : isLoading && !answer ? "loading" : "finished"}
        loadingText="読み込んでいます"
        errorText="読み込めませんでした。"
        recoveryText="もう一度"
        onLoadItems={() => failure && reload()}
        empty="定型文はまだありません。SVが「定型文」の画面で登録できます。"
        noMatch="当てはまるものがありません"
        onChange={({ detail }) => take(detail.selectedOption.value)}
      />
      <span role="status" className="quiet">
        {inserted}
      </span>
    </FormField>
  );
}
