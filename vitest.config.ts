import { defineConfig } from "vitest/config";

/** What runs the embedded DynamoDB or a browser: both come from npm for Linux x64 only. In CI they must run. */
const needLinuxX64 = [
  "test/permissions/**",
  "test/adapters/aws.test.ts",
  "test/lambdas/**",
  "test/local/**",
  "test/web/form/form-in-browser.test.ts",
];
const mustSkip = process.env["CI"] !== "true" && `${process.platform}-${process.arch}` !== "linux-x64";
if (mustSkip)
  console.warn(
    `skipped, because the embedded DynamoDB and the tests' browser are for Linux x64: ${needLinuxX64.join(", ")}`,
  );

export default defineConfig({
  test: { include: ["test/**/*.test.ts"], exclude: mustSkip ? needLinuxX64 : [], testTimeout: 30_000 },
});
