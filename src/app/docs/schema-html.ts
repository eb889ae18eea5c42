import { type Html, html } from "./html.ts";
import type { JsonSchema } from "./open-api.ts";

const referencePrefix = "#/components/schemas/";

export function schemaAnchor(name: string): string {
  return `schema-${name}`;
}

/** The fields of an object as a table; of anything else its type. */
export function schemaTable(schema: JsonSchema): Html {
  const fields = Object.entries(schema.properties ?? {});
  if (fields.length === 0) return html`<p>${typeOf(schema)}</p>`;
  return html`<div class="scroll"><table>
    <thead><tr><th scope="col">Field</th><th scope="col">Type</th><th scope="col">Meaning</th></tr></thead>
    <tbody>${fields.map(
      ([name, field]) => html`<tr>
        <th scope="row"><code>${name}</code>${schema.required?.includes(name) ? html` <small>required</small>` : null}</th>
        <td>${typeOf(field)}</td>
        <td>${meaningOf(field)}</td>
      </tr>`,
    )}</tbody>
  </table></div>`;
}

/** A type in a few words, linked where it has a name. */
export function typeOf(schema: JsonSchema): Html {
  if (schema.$ref) {
    const name = schema.$ref.replace(referencePrefix, "");
    return html`<a href="#${schemaAnchor(name)}">${name}</a>`;
  }
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives) return joined(alternatives.map(typeOf), " or ");
  if (schema.allOf) return joined(schema.allOf.map(typeOf), " and ");
  if (schema.enum)
    return joined(
      schema.enum.map((value) => html`<code>${JSON.stringify(value)}</code>`),
      " | ",
    );
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`;
  const types = [schema.type ?? "any"].flat();
  return joined(
    types.map((type) => oneType(type, schema)),
    " or ",
  );
}

function oneType(type: string, schema: JsonSchema): Html {
  if (type === "array" && schema.items) return html`array of ${typeOf(schema.items)}`;
  if (type === "object" && schema.properties) {
    return html`object { ${joined(
      Object.entries(schema.properties).map(([name, field]) => html`${name}: ${typeOf(field)}`),
      ", ",
    )} }`;
  }
  if (type === "object" && typeof schema.additionalProperties === "object") {
    return html`object of ${typeOf(schema.additionalProperties)}`;
  }
  return html`${type}${schema.format && type !== "null" ? ` (${schema.format})` : null}`;
}

/** What is said about a value, and its limits. */
export function meaningOf(schema: JsonSchema): Html {
  const limits = [
    schema.maxLength !== undefined && `at most ${schema.maxLength} characters`,
    isTold(schema.minimum) && `from ${schema.minimum}`,
    isTold(schema.maximum) && `up to ${schema.maximum}`,
    schema.default !== undefined && `default ${JSON.stringify(schema.default)}`,
  ].filter((limit) => limit !== false);
  return joined(
    [schema.description, limits.join(", ")].filter(Boolean).map((part) => html`${part}`),
    " · ",
  );
}

/** The limits of JSON numbers themselves are not worth telling. */
function isTold(limit: number | undefined): limit is number {
  return limit !== undefined && Math.abs(limit) !== Number.MAX_SAFE_INTEGER;
}

function joined(parts: readonly Html[], separator: string): Html {
  return parts.length === 0 ? html`` : parts.reduce((all, part) => html`${all}${separator}${part}`);
}
