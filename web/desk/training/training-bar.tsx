import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import type { ShownTraining } from "../../../contract/training.ts";
import { goTo, hashOf } from "../navigation/location.ts";
import { useDesk } from "../shell/desk-context.ts";
import { FailureAlert } from "../shell/failure-alert.tsx";
import { type Act, type TrainingAtHand, useTraining } from "./use-training.ts";

/** Above every screen of a desk for training: that it is one, and the telephone of the training that goes on. */
export function TrainingBar() {
  const { me } = useDesk();
  return (
    <>
      <p className="training-banner">
        <strong>研修中</strong>{" "}
        練習用の窓口です。相談者は架空の人で、ここで書いたことは県への報告に入りません。
      </p>
      {me.role !== "prefecture" && <TrainingUnderWay />}
    </>
  );
}

function TrainingUnderWay() {
  const atHand = useTraining();
  const { training } = atHand;
  return training ? <Telephone key={training.contactId} training={training} atHand={atHand} /> : null;
}

function Telephone(props: { readonly training: ShownTraining; readonly atHand: TrainingAtHand }) {
  const { training, atHand } = props;
  const { failure, end } = atHand;
  const { contactId, title, state } = training;
  const finish = async (): Promise<void> => {
    if (await end()) goTo(hashOf(["training", contactId]));
  };
  return (
    <section className="call-bar" aria-label="研修の電話">
      <Container
        header={
          <Header
            variant="h2"
            info={<StatusIndicator type={stateTypes[state]}>{stateTexts[state]}</StatusIndicator>}
          >
            {`研修：${title}`}
          </Header>
        }
      >
        <SpaceBetween size="s">
          <CallerSays training={training} />
          <FailureAlert failure={failure} />
          <Acts training={training} atHand={atHand} finish={() => void finish()} />
        </SpaceBetween>
      </Container>
    </section>
  );
}

const stateTypes: Readonly<Record<ShownTraining["state"], StatusIndicatorProps.Type>> = {
  ringing: "pending",
  talking: "in-progress",
  held: "pending",
  over: "stopped",
};

const stateTexts: Readonly<Record<ShownTraining["state"], string>> = {
  ringing: "電話が鳴っています",
  talking: "話しています",
  held: "保留中",
  over: "通話は終わりました",
};

/** The latest words large, the earlier ones to look up. */
function CallerSays({ training: { heard, state, hasMore } }: { readonly training: ShownTraining }) {
  const latest = heard.at(-1);
  const earlier = heard.slice(0, -1);
  return (
    <>
      <div role="status">
        {latest && (
          <p className="caller-says">
            <span className="quiet">相談者</span> 「{latest.says}」
          </p>
        )}
        {state === "talking" && !hasMore && <p className="plain quiet">相談者の話は、これで終わりです。</p>}
      </div>
      {state === "talking" && latest?.hint !== undefined && (
        <ExpandableSection headerText="言い方の例" variant="footer">
          <p className="written">「{latest.hint}」</p>
        </ExpandableSection>
      )}
      {earlier.length > 0 && (
        <ExpandableSection headerText="これまでの話" variant="footer">
          <ol className="history">
            {earlier.map(({ at, says }, index) => (
              <li key={`${at} ${index}`}>「{says}」</li>
            ))}
          </ol>
        </ExpandableSection>
      )}
    </>
  );
}

const acts: Readonly<Record<Exclude<ShownTraining["state"], "over">, readonly (readonly [Act, string])[]>> = {
  ringing: [["answer", "電話に出る"]],
  talking: [
    ["speak", "話した"],
    ["hold", "保留にする"],
    ["transfer-to-leader", "LDに代わる"],
    ["transfer-to-supervisor", "SVに代わる"],
    ["hang-up", "電話を切る"],
  ],
  held: [["resume", "保留から戻る"]],
};

function Acts(props: {
  readonly training: ShownTraining;
  readonly atHand: TrainingAtHand;
  readonly finish: () => void;
}) {
  const { training, atHand, finish } = props;
  const { state, hasMore } = training;
  if (state === "over")
    return (
      <div className="call-line">
        <Button variant="primary" loading={atHand.isBusy} onClick={finish}>
          研修を終える
        </Button>
        <span>案件を書き終えたら押してください。どこまでできたかを一緒に確かめます。</span>
      </div>
    );
  return (
    <div className="call-line">
      {acts[state].map(([act, text], index) => (
        <Button
          key={act}
          variant={index === 0 ? "primary" : "normal"}
          disabled={act === "speak" && !hasMore}
          onClick={() => {
            if (!atHand.isBusy) void atHand.act(act);
          }}
        >
          {text}
        </Button>
      ))}
      {state === "talking" && hasMore && (
        <span className="quiet">声に出して答えてから「話した」を押すと、相談者が続けます。</span>
      )}
    </div>
  );
}
