import Alert from "@cloudscape-design/components/alert";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useAnswer } from "../../api/use-answer.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import { ReloadButton } from "../../shell/reload-button.tsx";
import { MadeTrainings } from "./made-trainings.tsx";
import { Scripts } from "./scripts.tsx";

/** 研修: callers who exist only here, and the trainings that were made (R55). Where residents call, it says that there is none. */
export default function TrainingRoom() {
  const reading = useAnswer("readTrainingRoom", {}, {});
  const { answer, failure, isLoading, reload } = reading;
  const canBegin = answer !== undefined && answer.elsewhere === undefined;
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        description="架空の相談者から電話がかかります。窓口の画面で受けて、どこまでできたかを確かめます。"
        actions={<ReloadButton reading={reading} />}
      >
        研修
      </Header>
      <FailureAlert failure={failure} again={reload} />
      {answer?.elsewhere !== undefined && <Alert type="info">{answer.elsewhere}</Alert>}
      <Scripts scripts={answer?.scripts ?? []} isLoading={isLoading && !answer} canBegin={canBegin} />
      <MadeTrainings trainings={answer?.trainings ?? []} isLoading={isLoading && !answer} />
    </SpaceBetween>
  );
}
