import { useEffect, useState, useSyncExternalStore } from "react";
import { useDesk } from "../../shell/desk-context.ts";
import { CaseEditor } from "./case-editor.ts";
import type { EditorView } from "./editor-view.ts";

/** The editor of a case, for as long as its screen is open. */
export function useCaseEditor(receiptNumber: string): {
  readonly editor: CaseEditor;
  readonly view: EditorView;
} {
  const { ask, me } = useDesk();
  const [editor] = useState(() => new CaseEditor(ask, me.staff, receiptNumber));
  const view = useSyncExternalStore(editor.subscribe, editor.view);
  useEffect(() => editor.open(), [editor]);
  return { editor, view };
}
