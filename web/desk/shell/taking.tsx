import Alert from "@cloudscape-design/components/alert";
import Button, { type ButtonProps } from "@cloudscape-design/components/button";
import { useState } from "react";
import type { Answered } from "../api/client.ts";
import type { Failure } from "../api/failure.ts";
import { type Arrived, saveFile } from "../api/fetch-file.ts";
import { FailureAlert } from "./failure-alert.tsx";

/** What is being taken, and what came of the last. */
interface Taking {
  readonly file?: string;
  readonly share?: number;
  readonly arrived?: Arrived;
  readonly failure?: Failure;
  readonly again?: () => void;
}

/** How somebody takes files, one after the other. */
export interface FileTaking {
  readonly taking: Taking;
  readonly take: (file: string) => Promise<void>;
}

/** Takes one file after the other, and keeps what came of it; `fetch` tells how much has arrived, 0 to 1. */
export function useTaking(
  fetch: (file: string, progress: (share: number) => void) => Promise<Answered<Arrived>>,
): FileTaking {
  const [taking, setTaking] = useState<Taking>({});
  const take = async (file: string) => {
    setTaking({ file, share: 0 });
    const taken = await fetch(file, (share) => setTaking({ file, share }));
    if (!taken.ok) return setTaking({ failure: taken.failure, again: () => void take(file) });
    saveFile(taken.value);
    setTaking({ arrived: taken.value });
  };
  return { taking, take };
}

/** A button that takes a file, and says meanwhile how much has arrived. */
export function TakeButton(
  props: FileTaking & {
    readonly file: string;
    readonly text: string;
    /** What a screen reader says. @default the text */
    readonly label?: string;
    readonly variant?: ButtonProps.Variant;
  },
) {
  const { file, text, label = text, variant = "normal", taking, take } = props;
  return (
    <Button
      {...(variant !== "inline-link" && { iconName: "download" })}
      variant={variant}
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

/** What came of the last that was taken: the checksum of what was saved, or what to do. */
export function TakenNote({ taking }: Pick<FileTaking, "taking">) {
  const { arrived, failure, again } = taking;
  return (
    <>
      <FailureAlert failure={failure} {...(again && { again })} />
      <div role="status">
        {arrived && (
          <Alert type="success" header={`${arrived.name} を保存しました`}>
            {arrived.bytes.size.toLocaleString("ja-JP")}
            バイト。元のファイルと一致することを確かめました。SHA-256:{" "}
            <code className="file-sum">{arrived.sha256}</code>
          </Alert>
        )}
      </div>
    </>
  );
}
