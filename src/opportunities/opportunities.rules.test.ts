import { describe, expect, test } from "vitest";
import { dateClosedAfter, refuseChange, refuseDelete, refuseMissing } from "./opportunities.rules.ts";

describe("an opportunity", () => {
  test("needs description, contact and salesperson", () => {
    const blank = { description: null, contactNo: null, salespersonCode: null };

    expect(refuseMissing(blank).map(({ code }) => code)).toEqual([
      "description_required",
      "contact_required",
      "salesperson_required",
    ]);
    expect(refuseMissing({ description: "Pods", contactNo: "C1", salespersonCode: "AH" })).toEqual([]);
  });

  test("that is won or lost keeps contact, salesperson and campaign unless it is opened again", () => {
    const won = { status: "won", companyId: 1 } as const;

    expect(refuseChange(won, { salespersonCode: "AH" }, null)).toEqual({
      path: "salespersonCode",
      code: "opportunity_closed",
    });
    expect(refuseChange(won, { salespersonCode: "AH", status: "inProgress" }, null)).toBeNull();
    expect(refuseChange(won, {}, null)).toBeNull();
  });

  test("COT-058 that was started stays within its company", () => {
    const started = { status: "inProgress", companyId: 1 } as const;

    expect(refuseChange(started, { contactNo: "C2" }, 2)).toEqual({
      path: "contactNo",
      code: "other_company",
    });
    expect(refuseChange(started, { contactNo: "C3" }, 1)).toBeNull();
    expect(refuseChange({ ...started, status: "notStarted" }, { contactNo: "C2" }, 2)).toBeNull();
  });

  test("COT-026 is not deleted while it is in progress", () => {
    expect(refuseDelete("inProgress")).toBe("opportunity_in_progress");
    expect([refuseDelete("notStarted"), refuseDelete("won"), refuseDelete("lost")]).toEqual([
      null,
      null,
      null,
    ]);
  });

  test("remembers the day it was closed", () => {
    const won = { status: "won", dateClosed: "2026-11-20" } as const;

    expect(dateClosedAfter({ status: "inProgress", dateClosed: null }, "lost", "2026-11-23")).toBe(
      "2026-11-23",
    );
    expect(dateClosedAfter(won, "lost", "2026-11-23")).toBe("2026-11-20");
    expect(dateClosedAfter(won, "inProgress", "2026-11-23")).toBeNull();
  });
});
