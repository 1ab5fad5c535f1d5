import { escapeHtml } from "../web/form/escape-html.ts";

/** What is shown while the desk's screens are being built for the first time; it looks again by itself. */
export const deskPreparingPage = `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="2">
<title>準備しています</title>
<link rel="stylesheet" href="/base.css">
</head>
<body>
<main>
<h1>準備しています</h1>
<p role="status">相談窓口の画面を初めて使うため、この端末で組み立てています。数秒から1分ほどで、自動で開きます。</p>
</main>
</body>
</html>
`;

/** What is shown where they cannot be built. */
export function deskFailedPage(problem: string): string {
  return `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<title>画面を組み立てられませんでした</title>
<link rel="stylesheet" href="/base.css">
</head>
<body>
<main>
<h1>画面を組み立てられませんでした</h1>
<p>npm ci をもう一度実行してから、npm start をやり直してください。理由は次のとおりです。</p>
<pre>${escapeHtml(problem)}</pre>
</main>
</body>
</html>
`;
}
