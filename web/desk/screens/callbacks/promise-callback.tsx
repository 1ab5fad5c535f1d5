import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import type { Failure } from "../../api/failure.ts";
import { useHeldText } from "../../held-text.ts";
import { goTo, hashOf } from "../../navigation/location.ts";
import type { ScreenProps } from "../../navigation/screen.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { CaseTrail } from "../../shell/case-trail.tsx";
import { FailureAlert } from "../../shell/failure-alert.tsx";

/** 折返し架電の約束: where the person of a case is to be called back. The number goes with the call back. */
export default function PromiseCallback({ path }: ScreenProps) {
  const receiptNumber = path["receiptNumber"] ?? "";
  const { ask } = useDesk();
  const [number, setNumber] = useHeldText(`callback ${receiptNumber}`);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const promise = async (): Promise<void> => {
    setBusy(true);
    const answered = await ask("promiseCallback", { receiptNumber }, { number });
    setBusy(false);
    setFailure(answered.ok ? undefined : answered.failure);
    if (!answered.ok) return;
    setNumber("");
    goTo(hashOf(["callbacks"]));
  };
  const problem = failure?.field === "number" ? failure.problem : undefined;
  return (
    <SpaceBetween size="m">
      <CaseTrail receiptNumber={receiptNumber} within={{ title: "折返し架電の約束", part: "callback" }} />
      <Header variant="h1" description="電話番号は、折返し架電が終わると消えます。">
        折返し架電の約束
      </Header>
      <FailureAlert failure={problem === undefined ? failure : undefined} again={() => void promise()} />
      <Container>
        <SpaceBetween size="m">
          <FormField
            label="折り返す電話番号"
            description="相談者に読み返して確かめてください。例：090-1234-5678"
            errorText={problem}
          >
            <Input
              value={number}
              type="text"
              inputMode="tel"
              autoComplete={false}
              onChange={({ detail }) => setNumber(detail.value)}
            />
          </FormField>
          <Button variant="primary" loading={isBusy} onClick={() => void promise()}>
            折返し架電を登録
          </Button>
        </SpaceBetween>
      </Container>
    </SpaceBetween>
  );
}
