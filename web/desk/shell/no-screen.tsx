import Alert from "@cloudscape-design/components/alert";
import Link from "@cloudscape-design/components/link";
import { hashOf } from "../navigation/location.ts";

/** What is shown in the place of a screen that there is not, or that the role may not open. */
export function NoScreen({ isKnown }: { readonly isKnown: boolean }) {
  const problem = isKnown
    ? "この画面は、あなたの役割では開けません。必要な場合はSVに頼んでください。"
    : "この画面はありません。アドレスを確かめてください。";
  return (
    <Alert type="warning" header="開けない画面">
      {problem} <Link href={hashOf([])}>はじめに戻る</Link>
    </Alert>
  );
}
