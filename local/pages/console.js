// @ts-check
/** The first page of the local service: a telephone, and everything that comes of its calls. */
import { ask } from "./api.js";
import { refreshCases, startCases } from "./cases.js";
import { showNow, startClock } from "./clock.js";
import { byId, offerMonths, select, tellingProblems } from "./elements.js";
import { readPictures } from "./flow-picture.js";
import { refreshMails } from "./mails.js";
import { refreshParked } from "./parked.js";
import { refreshReports, startReports } from "./reports.js";
import { resumeCall, startTelephone } from "./telephone.js";

/** Reads everything but the programme's months again. */
async function refresh() {
  await Promise.all([readProgramme(), refreshCases(), refreshMails(), refreshReports(), refreshParked()]);
}

/** @returns {Promise<{ deskName: string, publishedNumber: string, months: string[], now: string, isTraining?: boolean }>} */
async function readProgramme() {
  const programme = await ask("GET", "programme");
  showNow(programme.now);
  return programme;
}

/** Chooses the month of an instant, where it is on offer, for the cases and for the report. @param {string} instant */
function chooseMonth(instant) {
  const month = instant.slice(0, 7);
  for (const list of [select("cases-month"), select("report-month")])
    if ([...list.options].some(({ value }) => value === month)) list.value = month;
}

async function start() {
  const { deskName, publishedNumber, months, now, isTraining = false } = await readProgramme();
  document.title = `${deskName}（この端末）`;
  byId("desk-name").textContent = deskName;
  byId("training-notice").hidden = !isTraining;
  byId("published-number").textContent = publishedNumber;
  for (const list of [select("cases-month"), select("report-month")]) offerMonths(list, months);
  chooseMonth(now);
  await readPictures();
  await lookAgain();
}

async function lookAgain() {
  await Promise.all([refresh(), resumeCall()]);
}

startCases();
startReports();
startClock(refresh);
startTelephone({ dialled: (call) => chooseMonth(call.at), changed: refresh, timeIs: showNow });
// The form is sent from another tab or page: whoever comes back sees what has come of it.
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") void tellingProblems("start-problem", lookAgain);
});
await tellingProblems("start-problem", start);
