import { describe, expect, test } from "vitest";
import { settingsOf } from "../../lib/settings.ts";

describe("the settings of an environment", () => {
  test("are found by its name", () => {
    expect(settingsOf("prod").environment).toBe("prod");
    expect(settingsOf("dev").environment).toBe("dev");
  });

  test.each(["staging", "", undefined, 1])("%o is refused, and the known names are named", (name) => {
    expect(() => settingsOf(name)).toThrow(
      `There is no environment "${String(name)}": use -c environment=dev or -c environment=prod.`,
    );
  });

  test("an instance alias is never shared between environments", () => {
    expect(settingsOf("dev").instanceAliasPrefix).not.toBe(settingsOf("prod").instanceAliasPrefix);
  });
});
