import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import { useState } from "react";
import type { CaseSummary } from "../../../../contract/cases.ts";
import type { AnswerOf } from "../../../../contract/routes.ts";
import type { Failure } from "../../api/failure.ts";
import { goTo, hashOf } from "../../navigation/location.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";

type Found = AnswerOf<"findCasesOfNumber">;

/** Opens the case of a receipt number, and finds the cases of a telephone number, which leaves entries in the audit. */
export function CaseFinder(props: {
  readonly columns: (now: number) => readonly TableProps.ColumnDefinition<CaseSummary>[];
}) {
  const { ask } = useDesk();
  const [text, setText] = useState("");
  const [found, setFound] = useState<Found>();
  const [failure, setFailure] = useState<Failure>();
  const search = async (after?: string) => {
    const receiptNumber = receiptNumberIn(text);
    if (receiptNumber !== undefined) return goTo(hashOf(["cases", receiptNumber]));
    const answered = await ask(
      "findCasesOfNumber",
      {},
      { number: text, ...(after !== undefined && { after }) },
    );
    setFailure(answered.ok ? undefined : answered.failure);
    if (answered.ok)
      setFound((before) =>
        after === undefined || !before
          ? answered.value
          : { ...answered.value, cases: [...before.cases, ...answered.value.cases] },
      );
  };
  return (
    <SpaceBetween size="s">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setFound(undefined);
          void search();
        }}
      >
        <FormField
          label="受付番号・電話番号で探す"
          errorText={failure?.kind === "wrong" && failure.problem}
          secondaryControl={<Button formAction="submit">探す</Button>}
        >
          <Input
            value={text}
            placeholder="4198-4829-1374 ／ 090-1234-5678"
            inputMode="numeric"
            autoComplete={false}
            onChange={({ detail }) => setText(detail.value)}
          />
        </FormField>
      </form>
      {failure && failure.kind !== "wrong" && <FailureAlert failure={failure} again={() => void search()} />}
      {found && (
        <FoundCases
          found={found}
          columns={props.columns(found.now)}
          close={() => setFound(undefined)}
          more={() => void search(found.next)}
        />
      )}
    </SpaceBetween>
  );
}

function FoundCases(props: {
  readonly found: Found;
  readonly columns: readonly TableProps.ColumnDefinition<CaseSummary>[];
  readonly close: () => void;
  readonly more: () => void;
}) {
  const { found } = props;
  return (
    <Container
      header={
        <Header variant="h2" actions={<Button onClick={props.close}>検索結果を閉じる</Button>}>
          この電話番号の案件
        </Header>
      }
    >
      {found.cases.length === 0 ? (
        <Box color="text-body-secondary">
          この電話番号の案件はありません。番号を確かめてください。非通知の相談は、受付番号で探します。
        </Box>
      ) : (
        <SpaceBetween size="s">
          <Table
            variant="embedded"
            contentDensity="compact"
            trackBy="receiptNumber"
            items={found.cases}
            columnDefinitions={props.columns}
            ariaLabels={{ tableLabel: "この電話番号の案件" }}
          />
          {found.next !== undefined && <Button onClick={props.more}>続きを表示する</Button>}
        </SpaceBetween>
      )}
    </Container>
  );
}

/** Twelve digits, in whatever way they are written; a telephone number has fewer, or begins with its country. */
function receiptNumberIn(text: string): string | undefined {
  const written = text.normalize("NFKC").trim();
  const digits = written.replace(/[\s\-‐‑–—―−ー]/g, "");
  return /^\d{12}$/.test(digits) ? digits : undefined;
}
