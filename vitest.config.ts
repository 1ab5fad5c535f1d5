import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** What runs the embedded DynamoDB or a browser: both come from npm for Linux x64 only. In CI they must run. */
const needLinuxX64 = [
  "test/permissions/**",
  "test/adapters/aws.test.ts",
  "test/lambdas/**",
  "test/local/**",
  "test/adapters/{report-log,desk-entries}.test.ts",
  "test/adapters/{pdf,s3}/**",
  "test/web/**/*-in-browser.test.ts",
];
/** What touches nothing outside its process: many files share one, and with it what they import, which takes half of their time. */
const withinOneProcess = [
  "test/{calls,connect-flows,contract,domain,lib,programmes,simulator,tools,usecases}/**/*.test.ts",
];
/** Each starts a service and a browser of its own; what they import, they share. */
const inBrowser = ["test/web/**/*-in-browser.test.ts", "test/local/pages/*-in-browser.test.ts"];
/** Needs a program that npm does not bring. */
const needLibreOffice = process.env["LIBREOFFICE"] ? [] : ["test/libreoffice.test.ts"];

const mustSkip = process.env["CI"] !== "true" && `${process.platform}-${process.arch}` !== "linux-x64";
if (mustSkip)
  console.warn(
    `skipped, because the embedded DynamoDB and the tests' browser are for Linux x64: ${needLinuxX64.join(", ")}`,
  );

const left = [...needLibreOffice, ...(mustSkip ? needLinuxX64 : [])];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // What is waited for comes when the machine has time for it: only what never comes is a failure.
    expect: { poll: { timeout: 20_000 } },
    // Two cores are two workers; Vitest would leave one of them to itself.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: { name: "within one process", include: withinOneProcess, exclude: left, isolate: false },
      },
      {
        extends: true,
        test: { name: "in a browser", include: inBrowser, exclude: left, isolate: false },
      },
      {
        extends: true,
        test: {
          name: "each by itself",
          include: ["test/**/*.test.ts"],
          exclude: [...withinOneProcess, ...inBrowser, ...left],
        },
      },
    ],
  },
});
