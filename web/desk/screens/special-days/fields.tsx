import DatePicker from "@cloudscape-design/components/date-picker";
import FormField from "@cloudscape-design/components/form-field";
import TimeInput from "@cloudscape-design/components/time-input";

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly set: (value: string) => void;
}

export function DateField({ label, value, set }: FieldProps) {
  return (
    <FormField label={label}>
      <DatePicker
        value={value}
        placeholder="YYYY/MM/DD"
        openCalendarAriaLabel={() => `${label}をカレンダーから選ぶ`}
        onChange={({ detail }) => set(detail.value)}
      />
    </FormField>
  );
}

export function TimeField({ label, value, set }: FieldProps) {
  return (
    <FormField label={label} constraintText="24時間で入力（例 15:00）">
      <TimeInput
        value={value}
        format="hh:mm"
        placeholder="hh:mm"
        onChange={({ detail }) => set(detail.value)}
      />
    </FormField>
  );
}
