import BreadcrumbGroup from "@cloudscape-design/components/breadcrumb-group";
import { shownReceiptNumber } from "../format.ts";
import { hashOf } from "../navigation/location.ts";

/** Where somebody is: in a case, or in a screen that belongs to it. */
export function CaseTrail(props: {
  readonly receiptNumber: string;
  /** The screen within the case: its title, and the last part of its path. @default the case itself */
  readonly within?: { readonly title: string; readonly part: string };
}) {
  const { receiptNumber, within } = props;
  return (
    <BreadcrumbGroup
      ariaLabel="現在の場所"
      items={[
        { text: "案件一覧", href: hashOf(["cases"]) },
        { text: shownReceiptNumber(receiptNumber), href: hashOf(["cases", receiptNumber]) },
        ...(within ? [{ text: within.title, href: hashOf(["cases", receiptNumber, within.part]) }] : []),
      ]}
    />
  );
}
