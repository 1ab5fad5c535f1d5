import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useEffect, useRef } from "react";

/**
 * Says what was done. It takes the focus, for the form or the dialog in which it was done is gone: who works by keyboard goes
 * on from there.
 */
export function DoneMessage({ sentence }: { readonly sentence: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (sentence !== "") place.current?.focus();
  }, [sentence]);
  return (
    <div role="status" className="done" tabIndex={-1} ref={place}>
      {sentence !== "" && <StatusIndicator type="success">{sentence}</StatusIndicator>}
    </div>
  );
}
