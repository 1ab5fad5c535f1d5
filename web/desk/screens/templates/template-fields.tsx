import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import type { Failure } from "../../api/failure.ts";

/** What a template is called and what it says. */
export function TemplateFields(props: {
  readonly entry: { readonly name: string; readonly text: string };
  readonly change: (changed: { readonly name?: string; readonly text?: string }) => void;
  readonly failure: Failure | undefined;
}) {
  const { entry, change, failure } = props;
  const problemOf = (field: string) => failure?.field === field && failure.problem;
  return (
    <SpaceBetween size="s">
      <FormField label="名前" errorText={problemOf("name")}>
        <Input value={entry.name} onChange={({ detail }) => change({ name: detail.value })} />
      </FormField>
      <FormField
        label="本文"
        description="書いたとおりに回答に入ります。相談者の名前や電話番号は書かないでください。"
        errorText={problemOf("text")}
        stretch
      >
        <Textarea
          value={entry.text}
          rows={6}
          spellcheck={false}
          onChange={({ detail }) => change({ text: detail.value })}
        />
      </FormField>
    </SpaceBetween>
  );
}
