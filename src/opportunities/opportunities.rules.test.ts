import { describe, expect, test } from "vitest";
import { refuseChange, refuseDelete, refuseMissing } from "./opportunities.rules.ts";

describe("an opportunity", () => {
  test("needs description, contact, salesperson and, made by hand, a sales cycle", () => {
    const blank = { description: null, contactNo: null, salespersonCode: null };

    expect(refuseMissing(blank).map(({ code }) => code)).toEqual([
      "description_required",
      "contact_required",
      "salesperson_required",
    ]);
    expect(refuseMissing({ ...blank, salesCycleCode: null }).at(-1)).toEqual({
      path: "salesCycleCode",
      code: "sales_cycle_required",
    });
    expect(refuseMissing({ description: "Pods", contactNo: "C1", salespersonCode: "AH" })).toEqual([]);
  });

  test("that is won or lost keeps contact, salesperson, campaign and priority", () => {
    const won = { status: "won", companyId: 1 } as const;

    expect(refuseChange(won, { salespersonCode: "AH" }, null)).toEqual({
      path: "salespersonCode",
      code: "opportunity_closed",
    });
    expect(refuseChange(won, { priority: "high" }, null)?.code).toBe("opportunity_closed");
    expect(refuseChange(won, {}, null)).toBeNull();
  });

  test("COT-058 that was started stays within its company", () => {
    const started = { status: "inProgress", companyId: 1 } as const;

    expect(refuseChange(started, { contactNo: "C2" }, 2)).toEqual({
      path: "contactNo",
      code: "other_company",
    });
    expect(refuseChange(started, { contactNo: "C3" }, 1)).toBeNull();
    expect(refuseChange(started, { salesCycleCode: "NEW" }, null)?.code).toBe("sales_cycle_fixed");
    const before = { ...started, status: "notStarted" } as const;
    expect(refuseChange(before, { contactNo: "C2", salesCycleCode: "NEW" }, 2)).toBeNull();
  });

  test("COT-026 is not deleted while it is in progress", () => {
    expect(refuseDelete("inProgress")).toBe("opportunity_in_progress");
    expect([refuseDelete("notStarted"), refuseDelete("won"), refuseDelete("lost")]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
