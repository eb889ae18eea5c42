import { Command } from "commander";
import { describe, expect } from "vitest";
import type { Context } from "#app/database.ts";
import { test } from "#app/testing.ts";
import type { CommandSession, RunCommand } from "#platform/command-line.ts";
import { findUserOfLink } from "./links.commands.ts";
import { hashOfSecret } from "./secrets.ts";
import { registerUserCommands } from "./users.cli.ts";

/** Runs a command line against the context; returns what it printed. */
async function rapport(ctx: Context, ...line: string[]): Promise<string[]> {
  const printed: string[] = [];
  const session: CommandSession = {
    ctx,
    ownerUrl: "",
    baseUrl: "https://crm.example",
    dataFolder: "",
    embedded: null,
    print: (text) => printed.push(text),
    note: () => undefined,
  };
  const run: RunCommand =
    (work) =>
    (...args) =>
      work(session, ...args);
  const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
  registerUserCommands(program, run);
  for (const command of program.commands.flatMap((group) => group.commands)) {
    command.exitOverride().configureOutput({ writeErr: () => undefined });
  }
  await program.parseAsync(line, { from: "user" });
  return printed;
}

describe("rapport user add", () => {
  test("creates the user and prints nothing but the invitation link", async ({ ctx }) => {
    const printed = await rapport(
      ctx,
      "user",
      "add",
      "--name",
      "pihla",
      "--email",
      "pihla@house.example",
      "--role",
      "crmUser",
    );

    expect(printed).toEqual([expect.stringMatching(/^https:\/\/crm\.example\/set-password#[\w-]{43}$/)]);
    expect(await findUserOfLink(ctx, printed[0]!.split("#")[1]!)).toMatchObject({
      user_name: "pihla",
      full_name: "pihla",
      role: "crmUser",
      purpose: "invitation",
    });
  });

  test("refuses values the API refuses, and roles that do not exist", async ({ ctx }) => {
    const email = ["--email", "pihla@house.example"];

    await expect(rapport(ctx, "user", "add", "--name", "a b", ...email, "--role", "viewer")).rejects.toThrow(
      "validation",
    );
    await expect(rapport(ctx, "user", "add", "--name", "pihla", ...email, "--role", "boss")).rejects.toThrow(
      "Allowed choices",
    );
  });
});

describe("rapport token create", () => {
  test("prints nothing but the token", async ({ ctx }) => {
    const printed = await rapport(ctx, "token", "create", "--role", "admin");

    expect(printed).toEqual([expect.stringMatching(/^rap_[\w-]{43}$/)]);
    expect(await tokenOf(ctx, printed[0]!)).toMatchObject({
      role: "admin",
      narrowed_to: null,
      expires_at: null,
    });
  });

  test("takes a name, an end and single rights", async ({ ctx }) => {
    const [secret] = await rapport(
      ctx,
      ...["token", "create", "--role", "integration", "--name", "Phone system", "--expires", "2027-01-31"],
      ...["--rights", "calls.write, contacts.read"],
    );

    expect(await tokenOf(ctx, secret!)).toMatchObject({
      name: "Phone system",
      narrowed_to: ["calls.write", "contacts.read"],
      expires_at: "2027-01-31T00:00:00.000Z",
    });
  });
});

function tokenOf(ctx: Context, secret: string) {
  return ctx.db
    .selectFrom("api_tokens")
    .select(["name", "role", "narrowed_to", "expires_at"])
    .where("token_hash", "=", hashOfSecret(secret))
    .executeTakeFirstOrThrow();
}
