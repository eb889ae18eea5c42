import type { Random } from "../random.ts";
import type { JsonSchema } from "./openapi-document.ts";

/** Texts to be tried on a pattern, the first that fits is taken. */
const CANDIDATES = [
  "1",
  "12:30",
  "12:30:00",
  "2026-03-04",
  "AB",
  "A1",
  "en-GB",
  "+358401234567",
  "a@esimerkki.example",
];

/** Makes values that a schema allows, or nearly: rules beyond the schema are not known here. */
export class Sampler {
  readonly #schemas: Readonly<Record<string, JsonSchema>>;
  readonly #random: Random;
  readonly #references: Readonly<Record<string, string>>;
  #counter = 0;

  /** @param references values of fields that name other records, by field */
  constructor(
    schemas: Readonly<Record<string, JsonSchema>>,
    random: Random,
    references: Readonly<Record<string, string>>,
  ) {
    this.#schemas = schemas;
    this.#random = random;
    this.#references = references;
  }

  sample(schema: JsonSchema, name = "", depth = 0): unknown {
    if (schema.$ref) return this.sample(this.#resolve(schema.$ref), name, depth);
    if (schema.const !== undefined) return schema.const;
    if (schema.enum) return this.#random.pick(schema.enum);
    if (schema.anyOf) return this.sample(this.#random.pick(schema.anyOf), name, depth);
    switch (schema.type) {
      case "object":
        return this.#object(schema, depth);
      case "array":
        return Array.from({ length: Math.max(schema.minItems ?? 0, this.#random.integer(0, 2)) }, () =>
          this.sample(schema.items ?? {}, name, depth + 1),
        );
      case "string":
        return this.#references[name] ?? this.#text(schema);
      case "integer":
      case "number":
        return this.#random.integer(
          schema.minimum ?? 0,
          Math.min(schema.maximum ?? 100, (schema.minimum ?? 0) + 100),
        );
      case "boolean":
        return this.#random.chance(0.5);
      default:
        return null;
    }
  }

  #object(schema: JsonSchema, depth: number): Record<string, unknown> {
    const required = new Set(schema.required);
    const chosen = Object.entries(schema.properties ?? {}).filter(
      ([name]) => required.has(name) || (depth < 4 && this.#random.chance(0.3)),
    );
    return Object.fromEntries(
      chosen.map(([name, property]) => [name, this.sample(property, name, depth + 1)]),
    );
  }

  #text({ format, pattern, minLength = 0, maxLength = 100 }: JsonSchema): string {
    this.#counter += 1;
    const digit = () => this.#random.integer(0, 9);
    switch (format) {
      case "date":
        return `20${digit()}${digit()}-0${this.#random.integer(1, 9)}-1${digit()}`;
      case "date-time":
        return `2026-0${this.#random.integer(1, 9)}-1${digit()}T10:00:00Z`;
      case "email":
        return `kirje${this.#counter}@esimerkki.example`;
      case "uri":
        return "https://esimerkki.example/";
      case "uuid":
        return `00000000-0000-4000-8000-${String(this.#counter).padStart(12, "0")}`;
    }
    const fitting = pattern && CANDIDATES.find((text) => new RegExp(pattern).test(text));
    return fitting || `Q${this.#counter}`.padEnd(minLength, "q").slice(0, maxLength);
  }

  #resolve(reference: string): JsonSchema {
    return this.#schemas[reference.split("/").at(-1) ?? ""] ?? {};
  }
}
