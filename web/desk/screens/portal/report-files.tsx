import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import { useState } from "react";
import type { CsvEncoding, PortalReportDetail } from "../../../../contract/portal.ts";
import type { PathOf } from "../../../../contract/routes.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { type FileTaking, TakeButton, TakenNote, useTaking } from "../../shell/taking.tsx";
import { fetchDownload } from "./fetch-download.ts";

const everything = "*";

/** The file that exists in code page 932 only: it lists what that could not say. */
const lossList = "文字の置換一覧.csv";

/** The files of a revision, each by itself or all as one archive, with the checksum that each must have. */
export function ReportFiles(props: {
  readonly revision: PathOf<"takeReport">;
  readonly files: PortalReportDetail["files"];
}) {
  const [encoding, setEncoding] = useState<CsvEncoding>("utf-8");
  const { ask } = useDesk();
  const asked = useTaking((file, progress) =>
    fetchDownload(ask, props.revision, { file, encoding }, progress),
  );
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="受け取ったことが記録に残ります。"
          actions={<TakeButton file={everything} text="すべてをZIPで受け取る" variant="primary" {...asked} />}
        >
          ファイルを受け取る
        </Header>
      }
    >
      <SpaceBetween size="s">
        <TakenNote taking={asked.taking} />
        <SegmentedControl
          label="CSVの文字コード"
          selectedId={encoding}
          options={[
            { id: "utf-8", text: "CSVはUTF-8" },
            { id: "cp932", text: "CSVはShift_JIS" },
          ]}
          onChange={({ detail }) => setEncoding(detail.selectedId === "cp932" ? "cp932" : "utf-8")}
        />
        <p className="plain quiet">{encodingNotes[encoding]}</p>
        <FileTable files={props.files} encoding={encoding} {...asked} />
      </SpaceBetween>
    </Container>
  );
}

const encodingNotes: Readonly<Record<CsvEncoding, string>> = {
  "utf-8": "そのままExcelで開けます。ほかの仕組みがUTF-8を読めないときは、Shift_JISを選んでください。",
  cp932: `Shift_JISにない文字は「〓」になります。どの文字かは「${lossList}」にあります。`,
};

type ShownFile = PortalReportDetail["files"][number] | { readonly name: string };

function FileTable(
  props: FileTaking & {
    readonly files: PortalReportDetail["files"];
    readonly encoding: CsvEncoding;
  },
) {
  const { files, encoding, taking, take } = props;
  const others = encoding === "cp932" ? [lossList, "manifest.json"] : ["manifest.json"];
  return (
    <Table<ShownFile>
      variant="embedded"
      contentDensity="compact"
      trackBy="name"
      items={[...files, ...others.map((name) => ({ name }))]}
      ariaLabels={{ tableLabel: "ファイル" }}
      columnDefinitions={[
        { id: "name", header: "ファイル", isRowHeader: true, cell: ({ name }) => name },
        { id: "rows", header: "行数", cell: rowsOf },
        {
          id: "sum",
          header: encoding === "cp932" ? "SHA-256（CSVは受け取ったあとに示します）" : "SHA-256",
          cell: (one) => <Checksum file={one} encoding={encoding} />,
        },
        {
          id: "take",
          header: "受け取る",
          cell: ({ name }) => (
            <TakeButton
              file={name}
              text="受け取る"
              label={`${name} を受け取る`}
              taking={taking}
              take={take}
            />
          ),
        },
      ]}
    />
  );
}

function rowsOf(file: ShownFile): string {
  return "rows" in file && !file.name.endsWith(".pdf") ? `${file.rows}行` : "－";
}

/** A CSV file's checksum is that of its UTF-8 form. */
function Checksum(props: {
  readonly file: { readonly name: string; readonly sha256?: string };
  readonly encoding: CsvEncoding;
}) {
  const { name, sha256 } = props.file;
  const isOther = props.encoding === "cp932" && name.endsWith(".csv");
  return <code className="file-sum">{isOther ? "－" : (sha256 ?? "－")}</code>;
}
