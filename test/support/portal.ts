import { caseOfWebForm } from "../../domain/case/case.ts";
import { type ReceiptNumber, receiptNumberOf } from "../../domain/case/receipt-number.ts";
import {
  casesOf,
  contactsOf,
  fingerprint,
  mailerOf,
  programmeOf,
  specialDaysOf,
  type World,
} from "../../lambdas/edge/composition.ts";
import { publishServicesOf } from "../../lambdas/edge/report-services.ts";
import { approveReport } from "../../usecases/reports/approve-report.ts";
import { escalateCase } from "../../usecases/cases/escalate-case.ts";
import { releaseText } from "../../usecases/reports/release-text.ts";
import { anAbandonedCall, anAnsweredCall, at } from "./contacts.ts";
import { keepRecords, published } from "./reports.ts";

/** What residents said of who they are. None of it may ever reach the prefecture. */
export const identities = [
  "埼玉花子",
  "埼玉 花子",
  "090-1234-5678",
  "09012345678",
  "+819012345678",
  "hanako@example.jp",
  "高砂3-15-1",
  "hash-of-hanako",
];

const content =
  "埼玉花子と申します。歩数が増えません。髙梨さんと𠮷野さんも同じです。090-1234-5678へ、または hanako@example.jp へ。";
const question = "埼玉花子様（090-1234-5678、浦和区高砂3-15-1）の景品は、転居のあとも届きますか。";

/** The cases of July that are full of identities, by what was asked of others. */
export interface JulyCases {
  /** Two questions to the prefecture: the first was released. */
  readonly open: ReceiptNumber;
  /** A question to the app operator. */
  readonly appOperator: ReceiptNumber;
}

/**
 * A July of calls and of cases whose people say who they are, with questions to the prefecture, published and approved by a
 * supervisor on 1 August.
 */
export async function anApprovedJuly(worldAt: (now: string) => World): Promise<JulyCases> {
  const world = worldAt("2024-07-16T10:00");
  const programme = programmeOf(world);
  await keepRecords(
    { contacts: contactsOf(world) },
    anAnsweredCall("p-1", "2024-07-16T10:00", { personKey: "hash-of-hanako" }),
    anAnsweredCall("p-2", "2024-07-17T10:00"),
    anAbandonedCall("p-3", "2024-07-17T11:00", 60),
  );
  const [open, appOperator] = ["one", "two"].map((name) => receiptNumberOf("2024-07-16", name)) as [
    string,
    string,
  ];
  for (const receiptNumber of [open, appOperator])
    await casesOf(world).open({
      ...caseOfWebForm({
        programme: programme.id,
        receiptNumber,
        submissionId: receiptNumber,
        receivedAt: at("2024-07-16T09:00"),
        dueAt: at("2024-07-19T09:00"),
        category: "C04",
        content,
        attributes: { ageBand: "60代" },
        replyTo: { by: "telephone", number: "+819012345678", name: "埼玉 花子" },
      }),
      personKey: "hash-of-hanako",
    });
  const escalate = escalateCase({
    programme,
    clock: world.clock,
    cases: casesOf(world),
    specialDays: specialDaysOf(world),
  });
  await escalate(open, { to: "prefecture", question, staff: "op01" });
  await escalate(open, { to: "prefecture", question: `${question}もう1件です。`, staff: "op01" });
  await escalate(appOperator, { to: "app-operator", question, staff: "op01" });
  const release = releaseText({
    programme,
    clock: world.clock,
    cases: casesOf(world),
    note: () => undefined,
  });
  for (const name of ["content", "question-1"])
    await release(open, {
      staff: "sv01",
      role: "supervisor",
      name,
      ...(name === "content" && { text: "歩数が増えない。𠮷と髙の字も表示されない。" }),
    });
  await publishAndApprove(worldAt("2024-08-01T10:00"));
  return { open, appOperator };
}

/** Publishes July as it is now, and has a supervisor approve it. */
export async function publishAndApprove(world: World): Promise<void> {
  const services = publishServicesOf(world);
  await published(services, "2024-07");
  const approved = await approveReport({ ...services, mailer: mailerOf(), sha256: fingerprint })({
    report: "monthly/2024-07",
    staff: "sv01",
    role: "supervisor",
  });
  if (!approved.ok) throw new Error(approved.problem);
}
