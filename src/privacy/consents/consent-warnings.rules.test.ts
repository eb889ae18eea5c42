import { expect, test } from "vitest";
import { type ConsentFacts, consentWarnings, type Outreach } from "./consent-warnings.rules.ts";

const call: Outreach = { informationFlow: "outbound", initiatedBy: "us", channel: "phone" };
const agreed = { channel: "phone", purpose: "SURVEY", granted: true } as const;
const refused = { channel: "phone", purpose: "OFFERS", granted: false } as const;
const byMail = { channel: "email", purpose: "NEWSLETTER", granted: false } as const;

test.each<[string, Partial<Outreach>, Partial<ConsentFacts>, readonly string[]]>([
  ["refused", {}, { consents: [refused] }, ["consent_refused_phone OFFERS"]],
  ["one refused, another given", {}, { consents: [agreed, refused] }, ["consent_refused_phone OFFERS"]],
  ["given", {}, { consents: [agreed], askedChannels: ["phone"] }, []],
  ["never asked", {}, { askedChannels: ["phone"] }, ["consent_missing_phone "]],
  ["refused over another channel", {}, { consents: [byMail], askedChannels: ["email"] }, []],
  ["nobody is ever asked", {}, {}, []],
  ["they called", { initiatedBy: "them" }, { consents: [refused] }, []],
  ["nobody says who began", { initiatedBy: null }, { consents: [refused] }, ["consent_refused_phone OFFERS"]],
  ["they told us", { informationFlow: "inbound" }, { consents: [refused] }, []],
  ["no direction", { informationFlow: null }, { consents: [refused] }, []],
  ["no such channel", { channel: null }, { consents: [refused] }, []],
])("contacts B6 reaching out: %s", (_, outreach, facts, warnings) => {
  const found = consentWarnings({ ...call, ...outreach }, { consents: [], askedChannels: [], ...facts });
  expect(found.map(({ code, values }) => `${code} ${values?.purposes ?? ""}`)).toEqual(warnings);
});
