import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";

/** What is shown where the desk cannot even begin. */
export function StartProblem({ problem }: { readonly problem: string }) {
  return (
    <main className="lone-panel">
      <h1 className="lone-heading">相談窓口</h1>
      <Alert
        type="error"
        header="画面を開けません"
        action={<Button onClick={() => window.location.reload()}>再読み込み</Button>}
      >
        {problem}
      </Alert>
    </main>
  );
}
