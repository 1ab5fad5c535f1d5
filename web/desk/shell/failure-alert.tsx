import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import type { Failure } from "../api/failure.ts";

/** Says what to do about a failure, above what the screen still shows. A screen reader hears it at once. */
export function FailureAlert(props: {
  readonly failure: Failure | undefined;
  /** What "もう一度" does. @default there is no such button */
  readonly again?: () => void;
}) {
  const { failure, again } = props;
  if (!failure) return null;
  const mayHelp = failure.kind === "offline" || failure.kind === "fault" || failure.kind === "expired";
  return (
    <div role="alert">
      <Alert
        type={failure.kind === "conflict" || failure.kind === "not-found" ? "warning" : "error"}
        action={again && mayHelp ? <Button onClick={again}>もう一度</Button> : undefined}
      >
        {failure.problem}
      </Alert>
    </div>
  );
}
