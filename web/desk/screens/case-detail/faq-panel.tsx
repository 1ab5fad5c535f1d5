import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input, { type InputProps } from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type RefObject, useEffect, useState } from "react";
import type { FaqHit } from "../../../../contract/faq.ts";
import type { Failure } from "../../api/failure.ts";
import { shownMinute } from "../../format.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";

/** So long nobody types before it is searched. */
const searchAfterMillis = 250;

/** FAQ・マニュアル: found as one types. Using an answer puts it into the case and is counted once a case. */
export function FaqPanel(props: {
  readonly receiptNumber: string;
  readonly input: RefObject<InputProps.Ref | null>;
  readonly use: (hit: FaqHit) => void;
  readonly isMissing: () => void;
}) {
  const { receiptNumber, input, use, isMissing } = props;
  const { ask } = useDesk();
  const [text, setText] = useState("");
  const [found, setFound] = useState<{ readonly text: string; readonly hits: readonly FaqHit[] }>();
  const [failure, setFailure] = useState<Failure>();
  const [used, setUsed] = useState<ReadonlySet<string>>(new Set());
  const wanted = text.trim();
  useEffect(() => {
    if (wanted === "") return;
    let isCurrent = true;
    const timer = window.setTimeout(() => {
      void ask("searchFaq", {}, { text: wanted }).then((answered) => {
        if (!isCurrent) return;
        setFailure(answered.ok ? undefined : answered.failure);
        if (answered.ok) setFound({ text: wanted, hits: answered.value.hits });
      });
    }, searchAfterMillis);
    return () => {
      isCurrent = false;
      window.clearTimeout(timer);
    };
  }, [ask, wanted]);
  const take = async (hit: FaqHit) => {
    use(hit);
    setUsed((before) => new Set([...before, hit.id]));
    const answered = await ask("useFaq", {}, { entryId: hit.id, receiptNumber });
    setFailure(answered.ok ? undefined : answered.failure);
  };
  const hits = wanted === "" ? [] : (found?.hits ?? []);
  return (
    <Container header={<Header variant="h2">FAQ・マニュアル</Header>}>
      <SpaceBetween size="s">
        <FailureAlert failure={failure} />
        <FormField label="FAQを検索（Alt+Q）" stretch>
          <Input ref={input} type="search" value={text} onChange={({ detail }) => setText(detail.value)} />
        </FormField>
        <div role="status" className="quiet">
          {resultText(wanted, found)}
        </div>
        {hits.map((hit) => (
          <ExpandableSection key={hit.id} headerText={hit.question} variant="footer">
            <SpaceBetween size="xs">
              <p className="written">{hit.answer}</p>
              <Box color="text-body-secondary" fontSize="body-s">
                {hit.source}　{hit.version}
                {hit.approved && `　${shownMinute(hit.approved.at)} 承認（${hit.approved.by}）`}
              </Box>
              <Button
                ariaLabel={`${used.has(hit.id) ? "使いました" : "この回答を使う"}: ${hit.question}`}
                iconName={used.has(hit.id) ? "check" : "add-plus"}
                onClick={() => void take(hit)}
              >
                {used.has(hit.id) ? "使いました" : "この回答を使う"}
              </Button>
            </SpaceBetween>
          </ExpandableSection>
        ))}
        <Button onClick={isMissing}>マニュアルに無い（Alt+N）</Button>
      </SpaceBetween>
    </Container>
  );
}

function resultText(
  wanted: string,
  found: { readonly text: string; readonly hits: readonly FaqHit[] } | undefined,
): string {
  if (wanted === "") return "相談の言葉を入れると、近い質問が出ます。";
  if (found?.text !== wanted) return "検索しています";
  if (found.hits.length === 0) return "見つかりません。別の言葉で試すか、照会してください。";
  return `${found.hits.length}件`;
}
