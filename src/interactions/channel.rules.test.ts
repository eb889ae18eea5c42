import { expect, test } from "vitest";
import { channelOf } from "./channel.rules.ts";

test.for([
  ["Phone calls", "phone"],
  ["Puhelut", "phone"],
  ["Meetings", "meeting"],
  ["Tapaamiset", "meeting"],
  ["E-mails", "email"],
  ["Sähköpostit", "email"],
  ["Letters and mailings", "letter"],
  ["Kirjeet ja postitukset", "letter"],
  ["Sales documents", "document"],
  ["Myynnin asiakirjat", "document"],
  ["Fairs and events", "event"],
  ["Messut ja tapahtumat", "event"],
  ["Service and complaints", "service"],
  ["Huolto ja reklamaatiot", "service"],
  ["Various", "other"],
] as const)("the group “%s” is shown as %s", ([groupDescription, channel]) => {
  expect(channelOf({ groupDescription })).toBe(channel);
});

test("the group says it before the template does", () => {
  expect(channelOf({ groupCode: "MEETING", templateDescription: "Phone call" })).toBe("meeting");
});

test("a group without telling words leaves it to the template", () => {
  expect(channelOf({ groupCode: "G1", templateCode: "CALL-OUT" })).toBe("phone");
});

test("where no word tells, the correspondence type does", () => {
  expect(channelOf({ groupCode: "G1", templateCode: "T1", correspondenceType: "hardCopy" })).toBe("letter");
  expect(channelOf({ templateCode: "T1", correspondenceType: "email" })).toBe("email");
});
