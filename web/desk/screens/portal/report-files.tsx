import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import { useState } from "react";
import type { CsvEncoding, PortalReportDetail } from "../../../../contract/portal.ts";
import type { PathOf } from "../../../../contract/routes.ts";
import type { Failure } from "../../api/failure.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import { type Arrived, fetchDownload, saveFile } from "./fetch-download.ts";

/** What is being taken, and what came of the last. */
interface Taking {
  readonly file?: string;
  readonly share?: number;
  readonly arrived?: Arrived;
  readonly failure?: Failure;
  readonly again?: () => void;
}

const everything = "*";

/** The file that exists in code page 932 only: it lists what that could not say. */
const lossList = "文字の置換一覧.csv";

/** Takes one file after the other, and says what came of it. */
function useTaking(revision: PathOf<"takeReport">, encoding: CsvEncoding) {
  const { ask } = useDesk();
  const [taking, setTaking] = useState<Taking>({});
  const take = async (file: string) => {
    setTaking({ file, share: 0 });
    const taken = await fetchDownload(ask, revision, { file, encoding }, (share) =>
      setTaking({ file, share }),
    );
    if (!taken.ok) return setTaking({ failure: taken.failure, again: () => void take(file) });
    saveFile(taken.value);
    setTaking({ arrived: taken.value });
  };
  return { taking, take };
}

interface TakeButtonProps {
  readonly file: string;
  readonly text: string;
  /** What a screen reader says. @default the text */
  readonly label?: string;
  readonly taking: Taking;
  readonly take: (file: string) => Promise<void>;
}

function TakeButton({ file, text, label = text, taking, take }: TakeButtonProps) {
  return (
    <Button
      iconName="download"
      variant={file === everything ? "primary" : "normal"}
      ariaLabel={label}
      loading={taking.file === file}
      loadingText={`受け取っています ${Math.round((taking.share ?? 0) * 100)}％`}
      disabled={taking.file !== undefined && taking.file !== file}
      onClick={() => void take(file)}
    >
      {text}
    </Button>
  );
}

/** The files of a revision, each by itself or all as one archive, with the checksum that each must have. */
export function ReportFiles(props: {
  readonly revision: PathOf<"takeReport">;
  readonly files: PortalReportDetail["files"];
}) {
  const [encoding, setEncoding] = useState<CsvEncoding>("utf-8");
  const { taking, take } = useTaking(props.revision, encoding);
  const asked = { taking, take };
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="受け取ったことが記録に残ります。"
          actions={<TakeButton file={everything} text="すべてをZIPで受け取る" {...asked} />}
        >
          ファイルを受け取る
        </Header>
      }
    >
      <SpaceBetween size="s">
        <FailureAlert failure={taking.failure} {...(taking.again && { again: taking.again })} />
        <div role="status">{taking.arrived && <ArrivedNote arrived={taking.arrived} />}</div>
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
  props: { readonly files: PortalReportDetail["files"]; readonly encoding: CsvEncoding } & Pick<
    TakeButtonProps,
    "taking" | "take"
  >,
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

function ArrivedNote({ arrived }: { readonly arrived: Arrived }) {
  const { name, bytes, sha256 } = arrived;
  return (
    <Alert type="success" header={`${name} を保存しました`}>
      {bytes.size.toLocaleString("ja-JP")}バイト。元のファイルと一致することを確かめました。SHA-256:{" "}
      <code className="file-sum">{sha256}</code>
    </Alert>
  );
}
