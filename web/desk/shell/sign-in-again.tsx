import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import type { Session } from "../sign-in/session.ts";

const problems = {
  done: "",
  "somebody-else": "別の人のサインインでした。この画面を開いた人が、もう一度サインインしてください。",
  "not-completed":
    "サインインが終わりませんでした。ウィンドウが開かない場合は、ブラウザの設定で許可してください。",
} as const;

/** Asks for signing in again over the screen, which keeps all that was typed; what waited for it is then sent. */
export function SignInAgain({ isAsked, session }: { readonly isAsked: boolean; readonly session: Session }) {
  const [problem, setProblem] = useState("");
  const signIn = () => {
    setProblem("");
    void session.signInAgain().then((outcome) => setProblem(problems[outcome]));
  };
  // Made when it is asked for, so that it lies over a dialog of the screen that was open before.
  if (!isAsked) return null;
  return (
    <Modal
      visible
      header="もう一度サインインしてください"
      onDismiss={session.notNow}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button onClick={session.notNow}>あとで</Button>
            <Button variant="primary" onClick={signIn}>
              サインイン
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <p className="plain">
        サインインの期限が切れました。入力した内容は画面に残っています。別のウィンドウでサインインすると、続きから始められます。
      </p>
      <p className="plain" role="alert">
        {problem}
      </p>
    </Modal>
  );
}
