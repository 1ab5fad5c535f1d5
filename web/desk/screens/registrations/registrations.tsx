import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import type { RegistrationForm, RegistrationLine } from "../../../../contract/registrations.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { shownMinute } from "../../format.ts";
import type { ScreenProps } from "../../navigation/screen.ts";
import { CaseTrail } from "../../shell/case-trail.tsx";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import { NewRegistration } from "./new-registration.tsx";

/** 登録情報の操作: what was done for a case in the app vendor's tool, and writing down another operation. */
export default function Registrations({ path }: ScreenProps) {
  const receiptNumber = path["receiptNumber"] ?? "";
  const form = useAnswer("readRegistrationForm", {}, {});
  const log = useAnswer("listRegistrations", { receiptNumber }, {});
  return (
    <SpaceBetween size="m">
      <CaseTrail receiptNumber={receiptNumber} within={{ title: "登録情報の操作", part: "registrations" }} />
      <Header variant="h1" description="アプリ事業者のツールで行ったことを、1つずつ記録します。">
        登録情報の操作
      </Header>
      <FailureAlert failure={log.failure ?? form.failure} again={log.failure ? log.reload : form.reload} />
      {!(form.answer && log.answer) && !log.failure && <Spinner size="large" />}
      {form.answer && log.answer && (
        <SpaceBetween size="m">
          <NewRegistration
            receiptNumber={receiptNumber}
            form={form.answer}
            entries={log.answer.entries}
            logged={log.reload}
          />
          <Container header={<Header variant="h2">これまでの操作</Header>}>
            <Entries entries={log.answer.entries} form={form.answer} />
          </Container>
        </SpaceBetween>
      )}
    </SpaceBetween>
  );
}

function Entries(props: { readonly entries: readonly RegistrationLine[]; readonly form: RegistrationForm }) {
  if (props.entries.length === 0) return <p className="plain quiet">まだ記録がありません。</p>;
  return (
    <ol className="history">
      {props.entries.map((entry) => (
        <li key={`${entry.operationId} ${entry.what}`}>
          <time className="quiet">{shownMinute(entry.at)}</time>{" "}
          <strong>{props.form.names[entry.what] ?? entry.what}</strong>
          <span className="quiet">（{entry.by}）</span> {itemNames(entry, props.form)}
          <p className="written">{entry.reason}</p>
        </li>
      ))}
    </ol>
  );
}

/** What was looked up or changed, by name. */
export function itemNames({ items }: RegistrationLine, form: RegistrationForm): string {
  return items.map((code) => form.items.find((one) => one.code === code)?.name ?? code).join("、");
}
