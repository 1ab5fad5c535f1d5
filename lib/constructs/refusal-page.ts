/** Why a request is turned away before any handler sees it. */
export type Refusal = "too-large" | "too-many";

const words: Readonly<Record<Refusal, readonly [title: string, japanese: string, english: string]>> = {
  "too-large": [
    "送信できませんでした",
    "送った内容が大きすぎます。前の画面に戻り、画像を減らすか小さくして、もう一度送信してください。入力した文章は前の画面に残っています。",
    "What you sent is too large. Please go back, send fewer or smaller pictures, and try again. What you typed is still there.",
  ],
  "too-many": [
    "しばらくお待ちください",
    "ただいま送信が集中しています。前の画面に戻り、数分待ってから、もう一度送信してください。入力した文章は前の画面に残っています。",
    "Too many requests at the moment. Please go back, wait a few minutes, and try again. What you typed is still there.",
  ],
};

/** What a browser shows then. The form's script goes by the status and shows its own words. */
export function refusalPage(refusal: Refusal): string {
  const [title, japanese, english] = words[refusal];
  return `<!doctype html><html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title></head><body><main><h1>${title}</h1><p>${japanese}</p><p lang="en">${english}</p></main></body></html>`;
}
