import { expect, test } from "vitest";
import { z } from "zod";
import { amount, requiredText, text } from "#platform/http/fields.ts";
import type { Translate } from "../i18n.ts";
import { checkValues } from "./issues.ts";

const t: Translate = (key, values) => (values ? `${key} ${JSON.stringify(values)}` : key);

const schema = z.object({
  name: requiredText(10).optional(),
  city: text(5).optional(),
  email: z.email().optional(),
  cost: amount().optional(),
  type: z.enum(["company", "person"]).optional(),
  nested: z.object({ lines: z.array(z.object({ text: z.string().min(3) })) }).optional(),
});

test("good values have no objections", () => {
  expect(checkValues(schema, { name: "Oy Saimaa", city: null, cost: 8.5 }, t)).toEqual({});
});

test.each([
  [{ name: null }, "name", "web.form.required"],
  [{ name: "" }, "name", "web.form.required"],
  [{ name: "  " }, "name", "web.form.required"],
  [{ name: "Kumpulainen Oy" }, "name", 'web.form.tooLong {"max":10}'],
  [{ city: "Joensuu" }, "city", 'web.form.tooLong {"max":5}'],
  [{ email: "anna" }, "email", "web.form.email"],
  [{ cost: -1 }, "cost", 'web.form.tooSmall {"min":0}'],
  [{ type: "team" }, "type", "web.form.invalid"],
  [{ nested: { lines: [{ text: "a" }] } }, "nested.lines.0.text", 'web.form.tooShort {"min":3}'],
])("%o", (values, path, expected) => {
  expect(checkValues(schema, values, t)).toEqual({ [path]: expected });
});
