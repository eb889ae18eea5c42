import { expect, test } from "vitest";
import { contextOfLog } from "./flow-actions.ts";

test.each([
  [{}, {}],
  [{ contactNo: "C1", sort: "-date" }, { contactNo: "C1" }],
  [{ contactNo: "C1,C2", salespersonCode: "AH" }, { salespersonCode: "AH" }],
  [
    { contactCompanyNo: "C1", campaignNo: "K1", opportunityNo: "OP1" },
    { contactNo: "C1", campaignNo: "K1", opportunityNo: "OP1" },
  ],
  [{ contactNo: "C1", taskNo: "TD1" }, { taskNo: "TD1" }],
])("INT-025 the filters %j of the log are the context %j", (filters, context) => {
  expect(contextOfLog(filters)).toEqual(context);
});
