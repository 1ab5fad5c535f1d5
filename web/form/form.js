// @ts-check
/**
 * Sends the form as JSON and shows the receipt in its place. Without this script the form is a plain form post.
 * Whatever goes wrong, what was typed stays: the form is emptied only once the service has given a receipt number.
 */

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Field */

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const form = /** @type {HTMLFormElement} */ (byId("inquiry-form"));
const button = /** @type {HTMLButtonElement} */ (form.querySelector("button[type=submit]"));
const content = /** @type {HTMLTextAreaElement} */ (byId("content"));
const longest = Number(content.dataset.longest);
const sendLabel = button.textContent;
const patienceMillis = 30_000;

/** What is wrong with each field that must be filled in; "" where nothing is. @type {Record<string, (field: any) => string>} */
const problems = {
  category: (field) => (field.value ? "" : "お問い合わせの種類をお選びください。"),
  content: (field) => {
    const length = field.value.trim().length;
    if (length > longest) return `${length - longest}文字多いです。${longest}文字以内でご記入ください。`;
    return length > 0 ? "" : "お問い合わせ内容をご記入ください。";
  },
  mail: (field) => {
    const mail = field.value.normalize("NFKC").trim();
    if (!mail) return "メールアドレスをご記入ください。";
    return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(mail)
      ? ""
      : "メールアドレスの形が正しくありません。例：namae@example.jp";
  },
  consent: (field) => (field.checked ? "" : "個人情報の取扱いに同意のうえ、お送りください。"),
};
const checked = Object.keys(problems).map((name) => /** @type {Field} */ (byId(name)));

/** Shows or clears a field's error. @param {Field} field @returns {boolean} whether it is right */
function check(field) {
  const problem = problems[field.name]?.(field) ?? "";
  const error = byId(`${field.name}-error`);
  error.textContent = problem && `＊${problem}`;
  error.hidden = !problem;
  if (problem) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
  return !problem;
}

function count() {
  const left = longest - content.value.trim().length;
  const counter = byId("content-counter");
  counter.textContent = left < 0 ? `${-left}文字多いです` : `あと${left}文字`;
  counter.classList.toggle("over", left < 0);
}

/** @param {boolean} isSending */
function showSending(isSending) {
  button.setAttribute("aria-disabled", String(isSending));
  button.textContent = isSending ? "送信しています…" : sendLabel;
  byId("progress").textContent = isSending ? "送信しています。そのままお待ちください。" : "";
}

/** @param {string} problem */
function showFailure(problem) {
  const failure = byId("failure");
  failure.textContent = `＊まだ送信できていません。${problem}`;
  failure.focus();
}

/** @param {{ receiptNumber: string, answerBy: string }} receipt */
function showReceipt({ receiptNumber, answerBy }) {
  const day = new Intl.DateTimeFormat("ja-JP", {
    timeZone: "Asia/Tokyo",
    month: "long",
    day: "numeric",
    weekday: "short",
  })
    .format(new Date(answerBy))
    .replace(/\((.)\)/, "（$1）");
  byId("receipt-number").textContent = receiptNumber.replace(/(\d{4})(?=\d)/g, "$1-");
  byId("receipt-answer").textContent = `${day}までに、ご記入のメールアドレスへお答えします。`;
  byId("inquiry").hidden = true;
  byId("receipt").hidden = false;
  document.title = document.title.replace(/^[^｜]*/, "お問い合わせを受け付けました");
  form.reset();
  byId("receipt-heading").focus();
}

/** @returns {Promise<{ receiptNumber: string, answerBy: string } | { problem: string }>} */
async function send() {
  try {
    const response = await fetch(form.action, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(Object.fromEntries(new FormData(form))),
      signal: AbortSignal.timeout(patienceMillis),
    });
    const answer = await response.json();
    if (answer.receiptNumber || answer.problem) return answer;
  } catch {
    // The network, or an answer that is not ours: the same to the reader, who can only try again.
  }
  return {
    problem: "通信がうまくいきませんでした。しばらくしてから、もう一度「送信する」を押してください。",
  };
}

let isSending = false;

/** @param {SubmitEvent} event */
async function submit(event) {
  event.preventDefault();
  if (isSending) return;
  byId("failure").textContent = "";
  const wrong = checked.filter((field) => !check(field));
  byId("progress").textContent = wrong.length > 0 ? `${wrong.length}か所の記入をご確認ください。` : "";
  if (wrong[0]) return wrong[0].focus();
  isSending = true;
  showSending(true);
  const answer = await send();
  isSending = false;
  showSending(false);
  if ("receiptNumber" in answer) showReceipt(answer);
  else showFailure(answer.problem);
}

form.noValidate = true;
form.addEventListener("submit", (event) => void submit(event));
form.addEventListener("change", ({ target }) => {
  const field = /** @type {Field} */ (target);
  if (field.getAttribute("aria-invalid")) check(field);
});
content.addEventListener("input", count);
count();
