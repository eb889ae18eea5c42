import { expect } from "vitest";
import { test } from "#app/testing.ts";

test("series and relation codes of parties are chosen, follow new codes and keep what they name", async ({
  app,
}) => {
  const admin = await app.as("crmAdmin");
  await admin.post("/number-series", { code: "CU" });
  for (const code of ["CUST", "VEND", "BANK", "EMPL"]) await admin.post("/business-relations", { code });
  const chosen = {
    customerNos: "CU",
    vendorNos: "CU",
    bankAccountNos: "CU",
    employeeNos: "CU",
    busRelCodeForCustomers: "CUST",
    busRelCodeForVendors: "VEND",
    busRelCodeForBankAccs: "BANK",
    busRelCodeForEmployees: "EMPL",
  };

  const changed = await admin.patch("/marketing-setup", chosen);
  await admin.patch("/business-relations/CUST", { code: "BUYER" });
  const read = await admin.get("/marketing-setup");
  const unknown = await admin.patch("/marketing-setup", { busRelCodeForVendors: "NOBODY" });

  expect(changed.body).toMatchObject(chosen);
  expect(read.body).toMatchObject({ ...chosen, busRelCodeForCustomers: "BUYER" });
  expect((await admin.delete("/business-relations/BUYER")).body).toMatchObject({ code: "setup_in_use" });
  expect((await admin.delete("/number-series/CU")).body).toMatchObject({ code: "setup_in_use" });
  expect(unknown.body).toMatchObject({
    status: 422,
    errors: [{ path: "busRelCodeForVendors", code: "not_found" }],
  });
});
