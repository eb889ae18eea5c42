import { expect, test } from "vitest";
import {
  countingAddress,
  type Reachable,
  selectableEmails,
  selectableNumbers,
} from "./phone-numbers.rules.ts";

const cottage = { code: "COTTAGE", phoneNo: "111", mobilePhoneNo: null, email: "ranta@kuusela.example" };
const office = { code: "OFFICE", phoneNo: null, mobilePhoneNo: "222", email: null };
const july = { altAddressCode: "COTTAGE", startingDate: "2026-07-01", endingDate: "2026-07-31" };

const person: Reachable = {
  phoneNo: "1234",
  mobilePhoneNo: null,
  email: "aino@kuusela.example; kotiaino@kuusela.example",
  alternative: cottage,
};
const company: Reachable = {
  phoneNo: null,
  mobilePhoneNo: "9876",
  email: "toimisto@kuusela.example",
  alternative: office,
};

test("R-PHONE numbers of the alternative address follow the contact's own, with its code", () => {
  expect(selectableNumbers(person, company)).toEqual([
    { phoneNo: "1234", kind: "phone", of: "contact", altAddressCode: null },
    { phoneNo: "111", kind: "phone", of: "contact", altAddressCode: "COTTAGE" },
    { phoneNo: "9876", kind: "mobile", of: "company", altAddressCode: null },
    { phoneNo: "222", kind: "mobile", of: "company", altAddressCode: "OFFICE" },
  ]);
});

test("e-mails are offered in the same order, each by itself", () => {
  expect(selectableEmails(person, company)).toEqual([
    { email: "aino@kuusela.example", of: "contact", altAddressCode: null },
    { email: "kotiaino@kuusela.example", of: "contact", altAddressCode: null },
    { email: "ranta@kuusela.example", of: "contact", altAddressCode: "COTTAGE" },
    { email: "toimisto@kuusela.example", of: "company", altAddressCode: null },
  ]);
});

test("the named alternative address counts, else the one active today", () => {
  const contact = { altAddressRanges: [july], altAddresses: [cottage, office] };

  expect(countingAddress(contact, "2026-07-15")).toBe(cottage);
  expect(countingAddress(contact, "2026-08-01")).toBeNull();
  expect(countingAddress(contact, "2026-07-15", "OFFICE")).toBe(office);
});
