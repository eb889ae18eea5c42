import { sql } from "kysely";
import { describe, expect } from "vitest";
import { type Right, rightsOfRole, roles } from "#users/rights.rules.ts";
import { type TestAnswer, type TestApp, type TestClient, test } from "./testing.ts";

/** What anybody may call without signing in. A new entry here is a decision, not a formality. */
const publicOperations = ["signIn", "getLink", "acceptLink"];

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: { readonly type?: string; readonly enum?: readonly string[]; readonly pattern?: string };
}

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly id: string;
  /** A right, `signedIn` or `public`. */
  readonly access: string;
  readonly parameters: readonly Parameter[];
  /** It reads JSON, so that an empty object is a body it might accept. */
  readonly readsJson: boolean;
}

/** Every operation of the OpenAPI document. */
async function operationsOf(app: TestApp): Promise<Operation[]> {
  const { body } = await (await app.as(null)).get("/api/openapi.json");
  return Object.entries(body.paths as Record<string, Record<string, Record<string, unknown>>>).flatMap(
    ([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        method: method.toUpperCase(),
        path,
        id: operation.operationId as string,
        access: operation["x-access"] as string,
        parameters: (operation.parameters ?? []) as Parameter[],
        readsJson: "application/json" in ((operation.requestBody as { content?: object })?.content ?? {}),
      })),
  );
}

/** The path with values that look like the real thing: refused callers must not even learn that they are not. */
function addressOf({ path, parameters }: Operation): string {
  return path.replace(/\{(\w+)\}/g, (_match, name) => {
    const schema = parameters.find((parameter) => parameter.in === "path" && parameter.name === name)?.schema;
    return encodeURIComponent(schema?.enum?.[0] ?? "1");
  });
}

function call(client: TestClient, operation: Operation): Promise<TestAnswer> {
  const address = addressOf(operation);
  const body = operation.readsJson ? {} : undefined;
  switch (operation.method) {
    case "GET":
      return client.get(address);
    case "POST":
      return client.post(address, body);
    case "PUT":
      return client.put(address, body);
    case "PATCH":
      return client.patch(address, body);
    case "DELETE":
      return client.delete(address);
    default:
      throw new Error(`Unknown method ${operation.method}`);
  }
}

/** A digest of every row by table: equal before and after means that nothing was written. */
async function contentOf(app: TestApp): Promise<Record<string, string>> {
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema') order by 1`.execute(app.owner);
  const digests = rows.map(
    ({ name }) => sql`
      select ${name} as name, md5(coalesce(string_agg(t::text, chr(10) order by t::text), '')) as digest
        from ${sql.raw(name)} t`,
  );
  const content = await sql<{ name: string; digest: string }>`${sql.join(digests, sql` union all `)}`.execute(
    app.owner,
  );
  return Object.fromEntries(content.rows.map(({ name, digest }) => [name, digest]));
}

function describeAnswer(operation: Operation, caller: string, answer: TestAnswer): string {
  return `${operation.method} ${operation.path} as ${caller}: ${answer.status} ${answer.body?.code ?? ""}`;
}

describe("access to every endpoint", () => {
  test("the document names for each operation who may call it", async ({ app }) => {
    const operations = await operationsOf(app);
    const known = new Set<string>(["signedIn", "public", ...rightsOfRole.admin]);

    expect(operations.length).toBeGreaterThan(20);
    expect(operations.filter(({ access }) => !known.has(access))).toEqual([]);
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
    expect(operations.filter(({ access }) => access === "public").map(({ id }) => id)).toEqual(
      publicOperations,
    );
  });

  test("the document holds every route below /api/v1", async ({ app }) => {
    const documented = new Set(
      (await operationsOf(app)).map(({ method, path }) => `${method} ${path.replace(/\{(\w+)\}/g, ":$1")}`),
    );

    expect(new Set(routesOf(app))).toEqual(documented);
  });

  test("anonymous callers get 401 and write nothing", async ({ app }) => {
    const anonymous = await app.as(null);
    const before = await contentOf(app);
    const wrong: string[] = [];
    for (const operation of await operationsOf(app)) {
      if (operation.access === "public") continue;
      const answer = await call(anonymous, operation);
      if (answer.status !== 401 || answer.body.code !== "unauthenticated") {
        wrong.push(describeAnswer(operation, "anonymous", answer));
      }
    }

    expect(wrong).toEqual([]);
    expect(await contentOf(app)).toEqual(before);
  });

  for (const role of roles) {
    test(`${role}: 403 wherever the right is missing, and nothing written`, async ({ app }) => {
      const client = await app.as(role);
      await client.get("/session");
      const before = await contentOf(app);
      const wrong: string[] = [];
      for (const operation of await operationsOf(app)) {
        if (mayCall(operation.access, rightsOfRole[role])) continue;
        const answer = await call(client, operation);
        if (answer.status !== 403 || answer.body.code !== "forbidden") {
          wrong.push(describeAnswer(operation, role, answer));
        }
      }

      expect(wrong).toEqual([]);
      expect(await contentOf(app)).toEqual(before);
    });
  }

  test("a token narrowed to one right is refused everywhere else", async ({ app }) => {
    const client = await app.as("admin", ["contacts.read"]);
    await client.get("/session");
    const wrong: string[] = [];
    for (const operation of await operationsOf(app)) {
      if (mayCall(operation.access, ["contacts.read"])) continue;
      const answer = await call(client, operation);
      if (answer.status !== 403) wrong.push(describeAnswer(operation, "contacts.read", answer));
    }

    expect(wrong).toEqual([]);
  });

  test("the digest notices a single changed row", async ({ app }) => {
    const before = await contentOf(app);

    await app.db.updateTable("company_information").set({ name: "Somebody wrote" }).execute();

    expect(await contentOf(app)).not.toEqual(before);
  });
});

function mayCall(access: string, own: readonly Right[]): boolean {
  return access === "public" || access === "signedIn" || own.includes(access as Right);
}

/** `GET /api/v1/users/:id` and so on, as the server routes them. */
function routesOf(app: TestApp): string[] {
  const routes: string[] = [];
  const parents: string[] = [];
  for (const line of app.api.server.printRoutes({ commonPrefix: false }).split("\n")) {
    const match = /^([│ ]*)[├└]── (\S+)(?: \(([A-Z, ]+)\))?$/.exec(line);
    if (!match) continue;
    const depth = (match[1] ?? "").length / 4;
    parents.length = depth;
    parents.push(match[2] ?? "");
    const path = parents.join("");
    for (const method of (match[3] ?? "").split(", ").filter((name) => name !== "" && name !== "HEAD")) {
      if (path.startsWith("/api/v1")) routes.push(`${method} ${path}`);
    }
  }
  return routes;
}
