import { describe, expect, test } from "vitest";
import { contactsTexts as contactsEn } from "#contacts/texts.en.ts";
import { contactsTexts as contactsFi } from "#contacts/texts.fi.ts";
import { interactionsTexts as english } from "#interactions/texts.en.ts";
import { interactionsTexts as finnish } from "#interactions/texts.fi.ts";
import { platformTexts as platformEn } from "#platform/texts.en.ts";
import { platformTexts as platformFi } from "#platform/texts.fi.ts";
import { importsTexts as importsEn } from "../texts.en.ts";
import { importsTexts as importsFi } from "../texts.fi.ts";
import { guessDateOrder, guessSource, suggestInteractionFields } from "./interaction-columns.rules.ts";
import { interactionFields } from "./interaction-fields.rules.ts";

const columnsOf = (headers: readonly string[]) => headers.map((header) => ({ header, samples: [] }));
const suggest = (...headers: string[]) => suggestInteractionFields(columnsOf(headers));

/** A moment and a day beside it are one too many: see below. */
const withoutMoment = interactionFields.filter((field) => field !== "dateTime");

test("the names of the API are their own fields", () => {
  expect(suggest(...withoutMoment)).toEqual(withoutMoment);
});

test.each([
  ["English", { ...platformEn.fields, ...contactsEn.fields, ...english.fields, ...importsEn.fields }],
  ["Finnish", { ...platformFi.fields, ...contactsFi.fields, ...finnish.fields, ...importsFi.fields }],
])("captions in %s lead back to their fields", (_language, texts) => {
  const captions: Readonly<Record<string, string>> = texts;

  expect(suggest(...withoutMoment.map((field) => captions[field]!))).toEqual(withoutMoment);
});

describe("the columns of other programs", () => {
  test.each([
    [
      "HUBSPOT",
      [
        "Record ID",
        "Activity type",
        "Activity date",
        "Call title",
        "Call notes",
        "Call outcome",
        "Call direction",
        "Call duration",
        "Activity assigned to",
        "Associated Contact",
        "Associated Company",
      ],
      [
        "externalId",
        "interactionTemplateCode",
        "dateTime",
        "description",
        "comments",
        "attemptFailed",
        "informationFlow",
        "durationMin",
        "salespersonCode",
        "contactName",
        "companyName",
      ],
    ],
    [
      "ESPOCRM",
      [
        "ID",
        "Name",
        "Status",
        "Date Start",
        "Date End",
        "Duration",
        "Direction",
        "Description",
        "Parent",
        "Assigned User",
      ],
      [
        "externalId",
        "description",
        "attemptFailed",
        "dateTime",
        null,
        "durationSec",
        "informationFlow",
        "comments",
        "contactName",
        "salespersonCode",
      ],
    ],
    [
      "BUSINESS CENTRAL",
      [
        "Entry No.",
        "Contact No.",
        "Contact Name",
        "Contact Company No.",
        "Date",
        "Time of Interaction",
        "Description",
        "Information Flow",
        "Initiated By",
        "Evaluation",
        "Cost (LCY)",
        "Duration (Min.)",
        "Interaction Group Code",
        "Interaction Template Code",
        "Campaign No.",
        "Opportunity No.",
        "Salesperson Code",
        "Attempt Failed",
        "Comment",
      ],
      [
        "externalId",
        "contactNo",
        "contactName",
        null,
        "date",
        "time",
        "description",
        "informationFlow",
        "initiatedBy",
        "evaluation",
        "cost",
        "durationMin",
        null,
        "interactionTemplateCode",
        "campaignNo",
        "opportunityNo",
        "salespersonCode",
        "attemptFailed",
        null,
      ],
    ],
  ])("%s", (source, headers, fields) => {
    expect(suggest(...headers)).toEqual(fields);
    expect(guessSource(columnsOf(headers))).toBe(source);
  });

  test("a list of nobody known has no source", () => {
    expect(guessSource(columnsOf(["Date", "Name", "Notes", "ID"]))).toBeNull();
  });
});

test("columns without names are known by their values", () => {
  const columns = [
    { header: null, samples: ["2024-04-03 09:05", "2024-04-04 10:00"] },
    { header: "Column2", samples: ["aino@halla.example"] },
    { header: "Column3", samples: ["Asked for a price list"] },
  ];

  expect(suggestInteractionFields(columns)).toEqual(["dateTime", "contactEmail", null]);
});

test("the unit of a duration counts; a moment beside a day is left out", () => {
  expect(suggest("Duration (s)", "Date", "Created at")).toEqual(["durationSec", "date", null]);
  expect(suggest("Kesto (min)", "Luotu")).toEqual(["durationMin", "dateTime"]);
});

test.each([
  [["3/4/2024", "3/25/2024"], "mdy"],
  [["3/4/2024", "25/3/2024"], "dmy"],
  [["3/4/2024"], "dmy"],
  [["13/25/2024", "3/25/2024"], "dmy"],
  [["2024-04-03", "3.25.2024"], "dmy"],
  [[], "dmy"],
] as const)("of %s the order is %s", (dates, order) => {
  expect(guessDateOrder(dates)).toBe(order);
});
