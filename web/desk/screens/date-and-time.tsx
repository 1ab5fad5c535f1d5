import DatePicker from "@cloudscape-design/components/date-picker";
import FormField from "@cloudscape-design/components/form-field";
import TimeInput from "@cloudscape-design/components/time-input";

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly set: (value: string) => unknown;
  /** What is wrong with it, beside the field. @default nothing is */
  readonly problem?: string | false | undefined;
}

/** A date as it is typed or taken from a calendar: 2024-07-16, or "" while there is none. */
export function DateField(props: FieldProps & { readonly constraint?: string }) {
  const { label, value, set, problem, constraint } = props;
  return (
    <FormField label={label} constraintText={constraint} errorText={problem}>
      <DatePicker
        value={value}
        placeholder="YYYY/MM/DD"
        openCalendarAriaLabel={() => `${label}をカレンダーから選ぶ`}
        onChange={({ detail }) => set(detail.value)}
      />
    </FormField>
  );
}

/** A time of the day: 15:00, or what of it is typed so far. */
export function TimeField({ label, value, set, problem }: FieldProps) {
  return (
    <FormField label={label} constraintText="24時間で入力（例 15:00）" errorText={problem}>
      <TimeInput
        value={value}
        format="hh:mm"
        placeholder="hh:mm"
        onChange={({ detail }) => set(detail.value)}
      />
    </FormField>
  );
}
