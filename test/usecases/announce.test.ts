import { describe, expect, test } from "vitest";
import { clearAnnouncement, setAnnouncement } from "../../usecases/announce.ts";
import { at } from "../support/contacts.ts";
import { aDesk } from "../support/desk.ts";

const announcement = { text: "台風のため、つながりにくくなっています。", until: at("2024-07-16T17:00") };

describe("an emergency announcement", () => {
  test("is kept until it is replaced or cleared", async () => {
    const desk = aDesk();
    expect(await setAnnouncement(desk)({ ...announcement, text: ` ${announcement.text}\n` })).toEqual({
      ok: true,
      value: announcement,
    });
    expect(await desk.announcements.find(desk.programme.id)).toEqual(announcement);
    await clearAnnouncement(desk)();
    expect(await desk.announcements.find(desk.programme.id)).toBeUndefined();
  });

  test.each([
    ["says nothing", { text: " " }, "empty"],
    ["has ended already", { until: at("2024-07-16T10:00") }, "It is 2024-07-16 10:00 already"],
    ["is too long for a caller who pays", { text: "あ".repeat(151) }, "shorten it to 150"],
    ["holds marks that no voice can say", { text: "<b>台風</b>です。" }, "leave them out"],
  ])("that %s is refused in a sentence, and the earlier one stays", async (_what, wrong, sentence) => {
    const desk = aDesk();
    await setAnnouncement(desk)(announcement);
    expect(await setAnnouncement(desk)({ ...announcement, ...wrong })).toMatchObject({
      ok: false,
      problem: expect.stringContaining(sentence),
    });
    expect(await desk.announcements.find(desk.programme.id)).toEqual(announcement);
  });
});
