import Button from "@cloudscape-design/components/button";

/** 更新: reads again what a screen shows. It turns meanwhile, but not at the first reading, which a screen shows by itself. */
export function ReloadButton({
  reading: { answer, isLoading = false, reload },
}: {
  readonly reading: {
    readonly answer: unknown;
    readonly isLoading?: boolean;
    readonly reload: () => void;
  };
}) {
  return (
    <Button iconName="refresh" loading={isLoading && answer !== undefined} onClick={reload}>
      更新
    </Button>
  );
}
