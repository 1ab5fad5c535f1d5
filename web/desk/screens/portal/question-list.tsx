import Box from "@cloudscape-design/components/box";
import Header from "@cloudscape-design/components/header";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { useAnswer } from "../../api/use-answer.ts";
import { goTo, hashOf, useDeskLocation } from "../../navigation/location.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import { PageButtons, usePages } from "../../shell/pages.tsx";
import { ReloadButton } from "../../shell/reload-button.tsx";
import { QuestionCard } from "./question-card.tsx";

type View = "open" | "answered";

const emptyTexts: Readonly<Record<View, string>> = {
  open: "回答を待っている照会はありません。",
  answered: "回答した照会はまだありません。",
};

/** 照会: what the desk asks of the prefecture, the oldest first; or what was answered, the latest first. */
export default function QuestionList() {
  const { query } = useDeskLocation();
  const view: View = query.get("view") === "answered" ? "answered" : "open";
  return <Questions key={view} view={view} />;
}

function Questions({ view }: { readonly view: View }) {
  const pages = usePages();
  const reading = useAnswer("listQuestions", {}, { view, ...pages.place });
  const { answer, failure, isLoading, reload } = reading;
  return (
    <SpaceBetween size="m">
      <Header
        variant="h1"
        description="マニュアルにない内容を、相談窓口が県に尋ねています。氏名などの個人情報を除いた文だけを表示します。"
        actions={<ReloadButton reading={reading} />}
      >
        照会
      </Header>
      <SegmentedControl
        label="表示"
        selectedId={view}
        options={[
          { id: "open", text: "回答待ち" },
          { id: "answered", text: "回答済み" },
        ]}
        onChange={({ detail }) =>
          goTo(hashOf(["questions"], detail.selectedId === "answered" ? { view: "answered" } : {}))
        }
      />
      <FailureAlert failure={failure} again={reload} />
      {isLoading && !answer && <Spinner size="large" />}
      {answer?.questions.length === 0 && <Box color="text-body-secondary">{emptyTexts[view]}</Box>}
      {answer?.questions.map((question) => (
        <QuestionCard
          key={`${question.receiptNumber} ${question.number}`}
          question={question}
          reload={reload}
        />
      ))}
      <PageButtons pages={pages} next={answer?.next} />
    </SpaceBetween>
  );
}
