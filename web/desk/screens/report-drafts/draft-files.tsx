import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import { useState } from "react";
import type { ReportDraft as Draft } from "../../../../contract/report-drafts.ts";
import type { Failure } from "../../api/failure.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import { shownBytes } from "./words.tsx";

/** The files of a report, each to be looked at before it is approved. */
export function DraftFiles({ draft }: { readonly draft: Draft }) {
  const { ask } = useDesk();
  const [failure, setFailure] = useState<Failure>();
  const [asked, setAsked] = useState<string>();
  const open = async (file: string) => {
    setAsked(file);
    const answered = await ask("readReportDraftFile", {}, { report: draft.report, file });
    setAsked(undefined);
    setFailure(answered.ok ? undefined : answered.failure);
    if (answered.ok) saveFile(answered.value.name, answered.value.base64);
  };
  return (
    <SpaceBetween size="xs">
      <FailureAlert failure={failure} />
      <Table
        header={
          <Header variant="h2" counter={`(${draft.files.length})`}>
            ファイル
          </Header>
        }
        contentDensity="compact"
        trackBy="name"
        items={draft.files}
        columnDefinitions={[
          { id: "name", header: "ファイル", isRowHeader: true, cell: ({ name }) => name },
          { id: "rows", header: "行数", cell: ({ rows, name }) => (name.endsWith(".csv") ? rows : "－") },
          { id: "bytes", header: "大きさ", cell: ({ bytes }) => shownBytes(bytes) },
          {
            id: "open",
            header: "確認",
            cell: ({ name }) => (
              <Button
                variant="inline-link"
                loading={asked === name}
                ariaLabel={`${name} をダウンロード`}
                onClick={() => void open(name)}
              >
                ダウンロード
              </Button>
            ),
          },
        ]}
        ariaLabels={{ tableLabel: "ファイル" }}
        empty="ファイルがありません。"
      />
    </SpaceBetween>
  );
}

/** Hands bytes to the browser as a file of that name. */
function saveFile(name: string, base64: string): void {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes]));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
