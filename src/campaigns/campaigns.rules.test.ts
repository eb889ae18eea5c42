import { describe, expect, test } from "vitest";
import { isCampaignRunning, refuseDates } from "./campaigns.rules.ts";

const may = { startingDate: "2026-05-01", endingDate: "2026-05-31" };

describe("the dates of a campaign", () => {
  test("COT-003 it does not start after it ends", () => {
    const late = { ...may, startingDate: "2026-06-01" };

    expect(refuseDates(late, { startingDate: "2026-06-01" })).toMatchObject({
      path: "startingDate",
      code: "campaign_dates",
    });
    expect(refuseDates(late, { endingDate: "2026-05-31" })).toMatchObject({ path: "endingDate" });
    expect(refuseDates(may, may)).toBeNull();
    expect(refuseDates({ ...may, startingDate: "2026-05-31" }, may)).toBeNull();
  });

  test("a blank date is open, both ends are in", () => {
    expect(refuseDates({ startingDate: "2026-06-01", endingDate: null }, {})).toBeNull();
    const days = ["2026-04-30", "2026-05-01", "2026-05-31", "2026-06-01"];

    expect(days.map((day) => isCampaignRunning(may, day))).toEqual([false, true, true, false]);
    expect(isCampaignRunning({ startingDate: null, endingDate: null }, "1900-01-01")).toBe(true);
  });
});
