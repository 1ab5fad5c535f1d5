import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import type { ReportDraft as Draft } from "../../../../contract/report-drafts.ts";
import { fetchFile } from "../../api/fetch-file.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { TakeButton, TakenNote, useTaking } from "../../shell/taking.tsx";
import { shownBytes } from "./words.tsx";

/** The files of a report, each to be looked at before it is approved. */
export function DraftFiles({ draft }: { readonly draft: Draft }) {
  const { ask } = useDesk();
  const { report, revision, files } = draft;
  const asked = useTaking(async (name, progress) => {
    const expected = files.find((file) => file.name === name);
    if (!expected) throw new Error(`${name} is no file of the report.`);
    const askPiece = (from: string) =>
      ask("readReportDraftFile", {}, { report, revision: String(revision), file: name, from });
    return fetchFile(expected, askPiece, progress);
  });
  return (
    <SpaceBetween size="xs">
      <TakenNote taking={asked.taking} />
      <Table
        header={
          <Header variant="h2" counter={`(${files.length})`}>
            ファイル
          </Header>
        }
        contentDensity="compact"
        trackBy="name"
        items={files}
        columnDefinitions={[
          { id: "name", header: "ファイル", isRowHeader: true, cell: ({ name }) => name },
          { id: "rows", header: "行数", cell: ({ rows, name }) => (name.endsWith(".csv") ? rows : "－") },
          { id: "bytes", header: "大きさ", cell: ({ bytes }) => shownBytes(bytes) },
          {
            id: "open",
            header: "確認",
            cell: ({ name }) => (
              <TakeButton
                file={name}
                text="ダウンロード"
                label={`${name} をダウンロード`}
                variant="inline-link"
                {...asked}
              />
            ),
          },
        ]}
        ariaLabels={{ tableLabel: "ファイル" }}
        empty="ファイルがありません。"
      />
    </SpaceBetween>
  );
}
