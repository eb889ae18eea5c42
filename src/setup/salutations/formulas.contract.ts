import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { requiredCode, text } from "#platform/http/fields.ts";
import { listOf } from "#platform/http/list-contract.ts";
import { codeLength } from "../lists/define-setup-list.contract.ts";
import { nameParts, salutationTypes } from "./salutation.rules.ts";

const namePart = z.enum(nameParts).nullable();
const names = { name1: namePart, name2: namePart, name3: namePart, name4: namePart, name5: namePart };
const optionalNames = {
  name1: namePart.optional(),
  name2: namePart.optional(),
  name3: namePart.optional(),
  name4: namePart.optional(),
  name5: namePart.optional(),
};

export const SalutationFormula = z
  .object({
    languageCode: z.string().nullable(),
    salutationType: z.enum(salutationTypes),
    salutation: z.string().nullable(),
    ...names,
    version: z.number().int(),
    lastModifiedAt: z.string(),
  })
  .meta({ id: "SalutationFormula" });

/** The text and the names that `%1` to `%5` stand for; what is left out is blank. */
export const FormulaContent = z
  .strictObject({ salutation: text(50), ...optionalNames })
  .meta({ id: "SalutationFormulaContent" });

const ofSalutation = z.strictObject({ code: requiredCode(codeLength) });
const ofFormula = z.strictObject({
  code: requiredCode(codeLength),
  /** `-`: no particular language. */
  languageCode: requiredCode(codeLength).transform((code) => (code === "-" ? null : code)),
  salutationType: z.enum(salutationTypes),
});

const path = "/salutations/{code}/formulas/{languageCode}/{salutationType}";

export const listSalutationFormulas = endpoint({
  id: "listSalutationFormulas",
  method: "GET",
  path: "/salutations/{code}/formulas",
  access: "setup.read",
  summary: "Formulas of a salutation, by language and type; all of them, on one page.",
  params: ofSalutation,
  result: listOf(SalutationFormula),
  problems: ["not_found"],
});

export const getSalutationFormula = endpoint({
  id: "getSalutationFormula",
  method: "GET",
  path,
  access: "setup.read",
  summary: "One formula; `-` stands for no particular language.",
  params: ofFormula,
  result: SalutationFormula,
  problems: ["not_found"],
});

export const putSalutationFormula = endpoint({
  id: "putSalutationFormula",
  method: "PUT",
  path,
  access: "setup.write",
  summary: "Writes a formula, whether it existed (200) or not (201).",
  description:
    "`%1` to `%5` in the text stand for `name1` to `name5` of the contact; a blank one leaves no gap.",
  params: ofFormula,
  body: FormulaContent,
  result: SalutationFormula,
  problems: ["not_found", "stale_version"],
});

export const deleteSalutationFormula = endpoint({
  id: "deleteSalutationFormula",
  method: "DELETE",
  path,
  access: "setup.write",
  summary: "Deletes a formula.",
  params: ofFormula,
  problems: ["not_found", "stale_version"],
});
