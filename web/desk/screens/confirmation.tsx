import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useState } from "react";
import type { Failure } from "../api/failure.ts";
import { FailureAlert } from "../shell/failure-alert.tsx";

/** Asks once more before something that others will hear or see at once; what it is stands in it, word for word. */
export function Confirmation(props: {
  readonly isAsked: boolean;
  readonly question: string;
  /** What the button says that does it. */
  readonly yes: string;
  readonly failure: Failure | undefined;
  readonly no: () => void;
  readonly confirm: () => Promise<void>;
  readonly children: ReactNode;
}) {
  const { isAsked, question, yes, failure, no, confirm, children } = props;
  const [isBusy, setBusy] = useState(false);
  const doIt = async () => {
    setBusy(true);
    await confirm();
    setBusy(false);
  };
  if (!isAsked) return null;
  return (
    <Modal
      visible
      header={question}
      closeAriaLabel="閉じる"
      onDismiss={no}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button onClick={no}>戻る</Button>
            <Button variant="primary" loading={isBusy} onClick={() => void doIt()}>
              {yes}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="s">
        {children}
        <FailureAlert failure={failure} />
      </SpaceBetween>
    </Modal>
  );
}
