import { deskRoleNames } from "../../domain/desk/desk-role.ts";
import { escapeHtml } from "../../web/form/escape-html.ts";
import type { LocalPerson } from "./tokens.ts";

/** What is asked for with an authorization request, and is sent on with the choice of a person. */
export type Asked = Readonly<Record<string, string>>;

/** The page on which a person of this machine's roster is chosen: there are no passwords here. */
export function signInPage(deskName: string, people: readonly LocalPerson[], asked: Asked): string {
  const hidden = Object.entries(asked)
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join("");
  const buttons = people.map(
    ({ userName, role }) =>
      `<li><button type="submit" name="person" value="${escapeHtml(userName)}"><span class="staff">${escapeHtml(
        userName.toUpperCase(),
      )}</span> ${escapeHtml(deskRoleNames[role])}</button></li>`,
  );
  return `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>サインイン - ${escapeHtml(deskName)}</title>
<link rel="stylesheet" href="/base.css">
<link rel="stylesheet" href="/pages/sign-in.css">
</head>
<body>
<main>
<h1>サインイン</h1>
<p class="desk">${escapeHtml(deskName)}</p>
<form method="post" action="/sign-in/oauth2/authorize">
${hidden}
<ul class="people">
${buttons.join("\n")}
</ul>
</form>
<p class="support">この端末だけのサインインです。AWSでは、パスワードと認証アプリでサインインします。</p>
</main>
</body>
</html>
`;
}

/** What is shown where a request for signing in cannot be answered. */
export function signInProblemPage(problem: string): string {
  return `<!doctype html>
<html lang="ja">
<head><meta charset="utf-8"><title>サインインできません</title><link rel="stylesheet" href="/base.css"></head>
<body><main><h1>サインインできません</h1><p>${escapeHtml(problem)}</p><p><a href="/desk/">相談窓口の画面を開く</a></p></main></body>
</html>
`;
}
