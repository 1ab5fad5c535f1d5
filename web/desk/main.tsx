import { I18nProvider } from "@cloudscape-design/components/i18n";
import messages from "@cloudscape-design/components/i18n/messages/all.ja";
import type { UserManager } from "oidc-client-ts";
import { type ReactNode, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import type { DeskSettings } from "../../contract/settings.ts";
import "./desk.css";
import { loadSettings } from "./settings.ts";
import { DeskApp } from "./shell/desk-app.tsx";
import { MustSignIn } from "./shell/must-sign-in.tsx";
import { StartProblem } from "./shell/start-problem.tsx";
import { sessionOf, userManagerOf } from "./sign-in/session.ts";
import { beginSession } from "./sign-in/start-session.ts";
import { joinWorkspace } from "./workspace.ts";

const place = document.getElementById("desk");
if (!place) throw new Error("The page has no place for the desk.");
const root = createRoot(place);

function show(content: ReactNode): void {
  root.render(
    <StrictMode>
      <I18nProvider locale="ja" messages={[messages]}>
        {content}
      </I18nProvider>
    </StrictMode>,
  );
}

async function begin(settings: DeskSettings, manager: UserManager): Promise<void> {
  const beginning = await beginSession(manager);
  if (beginning.kind === "signed-in")
    show(<DeskApp session={sessionOf(manager, settings, beginning.user)} settings={settings} />);
  if (beginning.kind === "must-press")
    show(
      <MustSignIn
        settings={settings}
        signIn={() => manager.signinPopup({ popupWindowFeatures: { width: 520, height: 680 } })}
        signedIn={(user) =>
          show(<DeskApp session={sessionOf(manager, settings, user)} settings={settings} />)
        }
      />,
    );
}

try {
  const settings = await loadSettings();
  document.title = `相談窓口 - ${settings.programme.name}`;
  await joinWorkspace().catch((cause: unknown) => console.warn("The agent workspace was not joined.", cause));
  await begin(settings, userManagerOf(settings));
} catch (cause) {
  show(<StartProblem problem={cause instanceof Error ? cause.message : String(cause)} />);
}
