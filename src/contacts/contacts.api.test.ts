import { expect } from "vitest";
import { test } from "#app/testing.ts";

test("a company is created by hand-given number, read and listed", async ({ app }) => {
  const user = await app.as("crmUser");

  const made = await user.post("/contacts", { no: "k1", name: "Kivimäki Oy", city: "Turku" });
  const read = await user.get("/contacts/k1");
  const list = await user.get("/contacts?search=kivimaki&count=true");

  expect(made.status).toBe(201);
  expect(made.headers.location).toBe("/api/v1/contacts/K1");
  expect(read.body).toMatchObject({ no: "K1", companyNo: "K1", companyName: "Kivimäki Oy", version: 1 });
  expect(list.body).toMatchObject({ items: [{ no: "K1" }], nextCursor: null, totalCount: 1 });
});
