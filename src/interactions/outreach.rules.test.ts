import { expect, test } from "vitest";
import { consentChannel } from "./outreach.rules.ts";

test.each([
  [{ groupCode: "CALL" }, "phone"],
  [{ templateDescription: "Outgoing call" }, "phone"],
  [{ templateDescription: "Puhelu asiakkaalle" }, "phone"],
  [{ groupDescription: "E-mails", correspondenceType: "hardCopy" }, "email"],
  [{ templateDescription: "Brochure" }, "letter"],
  [{ templateDescription: "Quote", correspondenceType: "email" }, "email"],
  [{ templateDescription: "Quote", correspondenceType: "hardCopy" }, "letter"],
  [{ templateDescription: "Quote", correspondenceType: null }, null],
  [{ templateDescription: "Meeting", correspondenceType: "email" }, null],
  [{ templateDescription: "Meeting", contactVia: "+358 40 123 456" }, "phone"],
  [{ templateDescription: "Meeting", contactVia: "anna@larkfield.example" }, "email"],
  [{ templateDescription: "Meeting", contactVia: "Hall 3" }, null],
] as const)("contacts B6 the channel of %j is %s", (facts, channel) => {
  expect(consentChannel(facts)).toBe(channel);
});
