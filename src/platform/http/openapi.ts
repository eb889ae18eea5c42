import { z } from "zod";
import type { Endpoint, Schema } from "./endpoint.ts";

type Json = Record<string, unknown>;

const problemSchema = {
  type: "object",
  required: ["type", "title", "status", "detail", "code"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    code: { type: "string" },
    values: { type: "object" },
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["path", "code", "message"],
        properties: { path: { type: "string" }, code: { type: "string" }, message: { type: "string" } },
      },
    },
  },
};

/** The OpenAPI 3.1 document of the endpoints, printed from the schemas that validate. */
export function printOpenApi(endpoints: readonly Endpoint[], info: { version: string }): Json {
  const components: Record<string, Json> = { Problem: problemSchema };
  const paths: Record<string, Record<string, Json>> = {};
  for (const endpoint of endpoints) {
    const path = `/api/v1${endpoint.path}`;
    paths[path] ??= {};
    paths[path][endpoint.method.toLowerCase()] = operation(endpoint, components);
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Rapport",
      version: info.version,
      description:
        "Every interaction with your contacts, over HTTP. Keys are numbers and codes; lists are keyset pages; errors are problem+json.",
    },
    servers: [{ url: "/" }],
    security: [{ token: [] }, { session: [] }],
    paths,
    components: {
      schemas: components,
      securitySchemes: {
        token: { type: "http", scheme: "bearer" },
        session: { type: "apiKey", in: "cookie", name: "rapport_session" },
      },
    },
  };
}

function operation(endpoint: Endpoint, components: Record<string, Json>): Json {
  const status = endpoint.status ?? (endpoint.result || endpoint.produces ? 200 : 204);
  const parameters = [
    ...parametersOf(endpoint.params, "path"),
    ...parametersOf(endpoint.query, "query"),
    ...(endpoint.method === "POST" && endpoint.isRepeatable !== false
      ? [headerParameter("Idempotency-Key", "The same key and body within 24 h returns the first answer.")]
      : []),
    ...(endpoint.method === "PATCH" || endpoint.method === "PUT"
      ? [headerParameter("If-Match", "The version that was read; 412 if it is no longer current.")]
      : []),
  ];
  const tag = endpoint.path.split("/")[1] ?? "";
  return {
    operationId: endpoint.id,
    tags: [tag],
    summary: endpoint.summary,
    ...(endpoint.description && { description: endpoint.description }),
    "x-access": endpoint.access,
    ...(endpoint.access === "public" && { security: [] }),
    ...(parameters.length > 0 && { parameters }),
    ...requestBody(endpoint, components),
    responses: {
      [status]: {
        description: "Success",
        ...(endpoint.result && {
          content: {
            "application/json": { schema: schemaOf(endpoint.result, "output", components) },
            ...Object.fromEntries((endpoint.insteadOfJson ?? []).map((type) => [type, {}])),
          },
        }),
        ...(endpoint.produces && {
          content: Object.fromEntries(endpoint.produces.map((type) => [type, {}])),
        }),
      },
      default: {
        description: [
          "A problem (RFC 9457).",
          endpoint.problems?.length ? `Codes: ${endpoint.problems.join(", ")}.` : "",
        ]
          .join(" ")
          .trim(),
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    },
  };
}

function requestBody(endpoint: Endpoint, components: Record<string, Json>): Json {
  if (endpoint.body) {
    return {
      requestBody: {
        required: true,
        content: { "application/json": { schema: schemaOf(endpoint.body, "input", components) } },
      },
    };
  }
  if (endpoint.consumes) {
    return {
      requestBody: {
        required: true,
        content: Object.fromEntries(
          endpoint.consumes.map((type) => [type, { schema: { type: "string", contentMediaType: type } }]),
        ),
      },
    };
  }
  return {};
}

function headerParameter(name: string, description: string): Json {
  return { name, in: "header", required: false, description, schema: { type: "string" } };
}

function parametersOf(schema: Schema | undefined, place: "path" | "query"): Json[] {
  if (!schema) return [];
  const printed = toJsonSchema(schema, "input") as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(printed.properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === "path" || (printed.required ?? []).includes(name),
    schema: property,
  }));
}

/** A named schema (`.meta({ id })`) becomes a component; its input and output twins are told apart by a suffix. */
function schemaOf(schema: Schema, io: "input" | "output", components: Record<string, Json>): Json {
  const id = z.globalRegistry.get(schema)?.id;
  const printed = toJsonSchema(schema, io);
  const { $defs, ...own } = printed as Json & { $defs?: Record<string, Json> };
  for (const [name, definition] of Object.entries($defs ?? {})) components[name] ??= relink(definition);
  const linked = relink(own);
  if (!id) return linked;
  components[id] ??= linked;
  return { $ref: `#/components/schemas/${id}` };
}

function toJsonSchema(schema: Schema, io: "input" | "output"): Json {
  const { $schema: _dialect, ...printed } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    reused: "inline",
  }) as Json;
  return printed;
}

function relink(value: Json): Json {
  return JSON.parse(JSON.stringify(value).replaceAll('"#/$defs/', '"#/components/schemas/')) as Json;
}
