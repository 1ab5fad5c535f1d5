import { announcementClear, announcementSet } from "./announcement.ts";
import { calendarCheck } from "./calendar-check.ts";
import { calendarAt, calendarClose, calendarDays, calendarOpen } from "./calendar.ts";
import { call } from "./call.ts";
import { caseAnsweredBack, caseEscalate, caseEscalationAnswer } from "./case-escalation.ts";
import { caseRelease, caseUnreleased } from "./case-release.ts";
import { contactsImport } from "./contacts-import.ts";
import { callbacksList } from "./callbacks-list.ts";
import { faqImport, faqSearch } from "./faq.ts";
import { flagAdd, flagRemove } from "./flag.ts";
import { flowsCheck } from "./flows-check.ts";
import { formImport } from "./form-import.ts";
import { handoverConfirm } from "./handover-confirm.ts";
import { handoverImport } from "./handover-import.ts";
import { handoverKnowledgeAdd, handoverReaders, handoverReading } from "./handover-knowledge.ts";
import { handoverProgress } from "./handover-progress.ts";
import { inquiryAnswer } from "./inquiry-answer.ts";
import { mailTake } from "./mail-take.ts";
import { naviDialSet } from "./navi-dial.ts";
import { proposalAdd, proposalList, proposalSetState } from "./proposal.ts";
import { reportApprove, reportFetch, reportLog } from "./report-approval.ts";
import { reportCompletion, reportFinal, reportWeekly } from "./report-kinds.ts";
import { reportMonthly } from "./report-monthly.ts";
import { reportPublish } from "./report-publish.ts";
import { reportReconcile } from "./report-reconcile.ts";
import { templateList, templateWrite } from "./template.ts";
import type { Verb } from "./verb.ts";

/** Every verb of the command line, in the order in which help lists them. */
export const verbs: readonly Verb[] = [
  calendarAt,
  calendarDays,
  calendarCheck,
  calendarClose,
  calendarOpen,
  announcementSet,
  announcementClear,
  flagAdd,
  flagRemove,
  call,
  flowsCheck,
  contactsImport,
  handoverImport,
  handoverKnowledgeAdd,
  handoverReaders,
  handoverReading,
  handoverConfirm,
  handoverProgress,
  formImport,
  inquiryAnswer,
  mailTake,
  caseEscalate,
  caseEscalationAnswer,
  caseAnsweredBack,
  proposalAdd,
  proposalList,
  proposalSetState,
  naviDialSet,
  callbacksList,
  faqImport,
  faqSearch,
  templateList,
  templateWrite,
  caseUnreleased,
  caseRelease,
  reportMonthly,
  reportWeekly,
  reportFinal,
  reportCompletion,
  reportPublish,
  reportApprove,
  reportLog,
  reportFetch,
  reportReconcile,
];
