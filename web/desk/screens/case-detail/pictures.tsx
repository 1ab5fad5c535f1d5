import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import type { CaseDetail } from "../../../../contract/cases.ts";
import { blobOf, fetchPieces } from "../../api/fetch-file.ts";
import { useDesk } from "../../shell/desk-context.ts";

/** What became of opening a picture. */
type Opened =
  | { readonly kind: "opening" }
  | { readonly kind: "open"; readonly address: string }
  /** It is still searched, or will never be opened; the sentence says which, and what to do. */
  | { readonly kind: "refused"; readonly problem: string };

/** 添付画像: each is opened when somebody wants to see it, which is audited, and not before it was searched for malware. */
export function Pictures({ saved }: { readonly saved: Pick<CaseDetail, "receiptNumber" | "pictures"> }) {
  const { receiptNumber, pictures } = saved;
  return (
    <SpaceBetween size="s">
      {pictures.map((name, index) => (
        <OnePicture
          key={`${receiptNumber} ${index}`}
          receiptNumber={receiptNumber}
          index={index}
          name={name}
        />
      ))}
    </SpaceBetween>
  );
}

function OnePicture(props: {
  readonly receiptNumber: string;
  readonly index: number;
  readonly name: string;
}) {
  const { receiptNumber, index, name } = props;
  const { ask } = useDesk();
  const [opened, setOpened] = useState<Opened>();
  const label = `添付画像${index + 1}（${name}）`;
  const isOpen = opened?.kind === "open";
  const open = async () => {
    setOpened({ kind: "opening" });
    const path = { receiptNumber, index: String(index) };
    const fetched = await fetchPieces((from) => ask("readPicture", path, { from }));
    if (!fetched.ok) return setOpened({ kind: "refused", problem: fetched.failure.problem });
    const address = await dataAddressOf(blobOf(fetched.value, fetched.value[0]?.type));
    setOpened({ kind: "open", address });
  };
  return (
    <div>
      <Button
        iconName={isOpen ? "angle-up" : "file"}
        ariaExpanded={isOpen}
        loading={opened?.kind === "opening"}
        loadingText={`${label}を開いています`}
        onClick={() => (isOpen ? setOpened(undefined) : void open())}
      >
        {isOpen ? `${label}を閉じる` : `${label}を開く`}
      </Button>
      <div role="status">
        {opened?.kind === "refused" && <StatusIndicator type="warning">{opened.problem}</StatusIndicator>}
      </div>
      {isOpen && <img className="picture" src={opened.address} alt={`相談者の${label}`} />}
    </div>
  );
}

/** The page's policy lets pictures be shown from the page itself, and from nowhere that could be opened again later. */
function dataAddressOf(picture: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () =>
      typeof reader.result === "string" ? resolve(reader.result) : reject(new Error("It is no text.")),
    );
    reader.addEventListener("error", () =>
      reject(new Error("The picture cannot be read.", { cause: reader.error })),
    );
    reader.readAsDataURL(picture);
  });
}
