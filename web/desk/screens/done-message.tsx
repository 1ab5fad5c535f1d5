import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useEffect, useRef } from "react";

/**
 * Says what was done. It takes the focus where the form or the dialog in which it was done is gone: who works by keyboard goes
 * on from there. Where the form stays, so does the focus.
 */
export function DoneMessage(props: { readonly sentence: string; readonly formStays?: boolean }) {
  const { sentence, formStays = false } = props;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (sentence !== "" && !formStays) place.current?.focus();
  }, [sentence, formStays]);
  return (
    <div role="status" className="done" tabIndex={-1} ref={place}>
      {sentence !== "" && <StatusIndicator type="success">{sentence}</StatusIndicator>}
    </div>
  );
}
