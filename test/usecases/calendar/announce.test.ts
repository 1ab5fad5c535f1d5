import { describe, expect, test } from "vitest";
import {
  clearAnnouncement,
  pastAnnouncements,
  setAnnouncement,
} from "../../../usecases/calendar/announce.ts";
import { at } from "../../support/contacts.ts";
import { aDesk } from "../../support/desk.ts";

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

describe("the history of announcements", () => {
  test("says who set each, from when until when, and what ended it, whoever did", async () => {
    const desk = aDesk();
    const past = pastAnnouncements(desk);
    const until = at("2024-07-16T17:00");
    await setAnnouncement(desk)({ text: "地震です。", until: at("2024-07-16T10:30") }, "SV01");
    desk.now = at("2024-07-16T11:00");
    await setAnnouncement(desk)({ text: "台風です。", until }, "SV01");
    desk.now = at("2024-07-16T12:00");
    await setAnnouncement(desk)({ text: "停電です。", until }, "SV02");
    desk.now = at("2024-07-16T13:00");
    await clearAnnouncement(desk)("SV01");
    await clearAnnouncement(desk)("SV02");
    await setAnnouncement(desk)({ text: "復旧しました。", until });
    expect(await past()).toEqual([
      { text: "復旧しました。", from: desk.now, until, end: "ran-out" },
      {
        text: "停電です。",
        from: at("2024-07-16T12:00"),
        setBy: "SV02",
        until: at("2024-07-16T13:00"),
        end: "ended",
        endedBy: "SV01",
      },
      {
        text: "台風です。",
        from: at("2024-07-16T11:00"),
        setBy: "SV01",
        until: at("2024-07-16T12:00"),
        end: "replaced",
        endedBy: "SV02",
      },
      {
        text: "地震です。",
        from: at("2024-07-16T10:00"),
        setBy: "SV01",
        until: at("2024-07-16T10:30"),
        end: "ran-out",
      },
    ]);
  });

  test("keeps the order of what was done at one instant, and two who do it at once are both in it", async () => {
    const desk = aDesk();
    await setAnnouncement(desk)(announcement, "SV01");
    await clearAnnouncement(desk)("SV01");
    await Promise.all([
      setAnnouncement(desk)({ ...announcement, text: "ひとつめ" }, "SV01"),
      setAnnouncement(desk)({ ...announcement, text: "ふたつめ" }, "SV01"),
    ]);
    const said = (await pastAnnouncements(desk)()).map(({ text, end }) => `${text} ${end}`).reverse();
    expect(said[0]).toBe(`${announcement.text} ended`);
    expect(said).toHaveLength(3);
    expect(said.at(-1)).toMatch(/ ran-out$/);
  });

  test("knows of one of before it was kept who ended it, and no more", async () => {
    const desk = aDesk();
    await desk.announcements.set(desk.programme.id, announcement);
    await clearAnnouncement(desk)("SV01");
    expect(await pastAnnouncements(desk)()).toEqual([
      { text: announcement.text, until: desk.now, end: "ended", endedBy: "SV01" },
    ]);
  });

  test("is written first: what cannot be written down is not heard, and what is heard is not ended", async () => {
    const desk = aDesk();
    await setAnnouncement(desk)(announcement);
    const announcementLog = {
      ...desk.announcementLog,
      add: async () => Promise.reject(new Error("no table")),
    };
    const without = { ...desk, announcementLog };
    await expect(setAnnouncement(without)({ ...announcement, text: "別の案内" }, "SV01")).rejects.toThrow();
    await expect(clearAnnouncement(without)("SV01")).rejects.toThrow("no table");
    expect(await desk.announcements.find(desk.programme.id)).toEqual(announcement);
  });
});
