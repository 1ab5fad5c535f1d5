import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { User } from "oidc-client-ts";
import { useState } from "react";
import type { DeskSettings } from "../../../contract/settings.ts";

/** What is shown in a frame before somebody signs in: the sign-in service shows itself in a window only. */
export function MustSignIn(props: {
  readonly settings: DeskSettings;
  readonly signIn: () => Promise<User>;
  readonly signedIn: (user: User) => void;
}) {
  const [problem, setProblem] = useState("");
  const signIn = () => {
    setProblem("");
    props
      .signIn()
      .then(props.signedIn)
      .catch(() => setProblem("サインインが終わりませんでした。もう一度押してください。"));
  };
  return (
    <main className="lone-panel">
      <Container>
        <SpaceBetween size="m">
          <h1 className="lone-heading">{props.settings.programme.deskName}</h1>
          <p>相談案件の画面を使うには、サインインしてください。別のウィンドウが開きます。</p>
          <Button variant="primary" onClick={signIn}>
            サインイン
          </Button>
          <p role="status">{problem}</p>
        </SpaceBetween>
      </Container>
    </main>
  );
}
