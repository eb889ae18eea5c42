import { describe, expect } from "vitest";
import { test } from "./testing.ts";

describe("what every request shares", () => {
  test("health needs no one, an unknown address is a problem in the caller's language", async ({ app }) => {
    const anonymous = await app.as(null);

    expect((await anonymous.get("/healthz")).status).toBe(200);
    const answer = await anonymous.get("/nothing-here", { "accept-language": "fi-FI,fi;q=0.9" });
    expect(answer.status).toBe(404);
    expect(answer.headers["content-type"]).toContain("application/problem+json");
    expect(answer.body).toMatchObject({ code: "path_not_found", title: "Ei löydy" });
  });
});
