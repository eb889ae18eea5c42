import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { expect, onTestFinished } from "vitest";
import { type TestDatabase, test, testContext } from "#app/testing.ts";
import { givenIn } from "#interactions/testing.ts";
import { systemActor } from "#platform/context.ts";
import { registerImportCommands } from "./imports.cli.ts";

/** The command line over a database: what it printed and noted. */
async function commandLine({ db, url }: TestDatabase) {
  const folder = await mkdtemp(join(tmpdir(), "rapport-test-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const printed: string[] = [];
  const noted: string[] = [];
  const session = {
    ctx: testContext(db, { actor: systemActor }),
    ownerUrl: url,
    baseUrl: "http://localhost",
    dataFolder: folder,
    embedded: null,
    print: (line: string) => printed.push(line),
    note: (line: string) => noted.push(line),
  };
  const program = new Command("rapport").exitOverride();
  registerImportCommands(
    program,
    (work) =>
      (...args) =>
        work(session, ...args),
  );
  return { folder, printed, noted, run: (...args: string[]) => program.parseAsync(args, { from: "user" }) };
}

test("a file is imported with a mapping of one's own, and the list written back", async ({ database }) => {
  const { folder, printed, noted, run } = await commandLine(database);
  const file = join(folder, "list.csv");
  await writeFile(
    file,
    "Nro;Yritys;Lempinimi;Kaupunki\nK1;Halla Oy;Halla;Turku\nK2;Kaste Ab;;Ekenäs\nK3;;;Ekenäs\n",
  );

  await run("import", "contacts", file, "--mapping", "Lempinimi=name2, kaupunki=", "--dry-run");
  expect(printed.slice(0, 4)).toEqual(["created: 3", "companiesCreated: 0", "updated: 0", "unchanged: 0"]);
  expect(noted).toContain("dry run: nothing was stored");
  expect(noted).toContain("Kaupunki: left out");
  await run("import", "contacts", file, "--mapping", "Lempinimi=name2,Kaupunki=");
  const output = join(folder, "out.csv");
  await run("export", "contacts", "--filter", "sort=no", "--output", output);

  const lines = (await readFile(output, "utf8")).split("\r\n");
  expect(lines[0]).toMatch(/^"no","type","name","name2"/);
  expect(lines[1]).toMatch(/^"K1","company","Halla Oy","Halla",/);
  expect(lines).toHaveLength(5);
});

test("what is wrong with a row is named, and the rest imported", async ({ database }) => {
  const { folder, printed, noted, run } = await commandLine(database);
  const file = join(folder, "list.csv");
  await writeFile(file, "No.,Name,E-mail\nX1,Fine,\nX2,Wrong,nobody\n");

  await run("import", "contacts", file, "--match", "none");

  expect(printed).toContain("created: 1");
  expect(printed).toContain("failed: 1");
  expect(noted).toContain("row 3: email contact_email “nobody”");
});

test("past interactions are imported once, with a source and defaults", async ({ database }) => {
  const { folder, printed, noted, run } = await commandLine(database);
  const given = givenIn(database.db);
  const group = await given.group();
  await database.db
    .insertInto("interaction_templates")
    .values((eb) => ({
      code: "CALL",
      group_id: eb.selectFrom("interaction_groups").select("id").where("code", "=", group),
      description: "Phone call",
    }))
    .execute();
  const { code: salesperson } = await given.salesperson();
  const { no } = await given.contact({ name: "Pajula Oy" });
  const file = join(folder, "calls.csv");
  await writeFile(
    file,
    `Date,Contact no.,Company,Description,ID\n3/25/2024,${no},,Called,1\n4/5/2024,,Pajula,Again,2\n4/6/2024,,Kuusela,Who,3\n`,
  );
  const flags = [
    "--source",
    "old",
    "--template",
    "CALL",
    "--salesperson",
    salesperson,
    "--date-order",
    "mdy",
  ];

  await run("import", "interactions", file, ...flags);
  await run("import", "interactions", file, ...flags);

  expect(printed.filter((line) => /created|unchanged|failed|warnings/.test(line))).toEqual([
    ...["created: 2", "unchanged: 0", "failed: 1", "warnings: 1"],
    ...["created: 0", "unchanged: 2", "failed: 1", "warnings: 0"],
  ]);
  expect(noted).toContain("row 4: companyName import_contact_not_found “Kuusela”");
  const entries = await database.db
    .selectFrom("interaction_log_entries")
    .select(["happened_at", "description", "source"])
    .orderBy("entry_no")
    .execute();
  expect(entries).toEqual([
    { happened_at: "2024-03-25 00:00:00", description: "Called", source: "import" },
    { happened_at: "2024-04-05 00:00:00", description: "Again", source: "import" },
  ]);
});

test.for([
  [["import", "contacts", "/nowhere/list.csv"], "The file /nowhere/list.csv cannot be read."],
  [["export", "users"], "There is no list “users”. See rapport export --help."],
  [["export", "contacts", "--filter", "colour"], "--filter: “colour” is not of the form field=value."],
] as const)("%s fails with one clear line", async ([args, message], { database }) => {
  const { run } = await commandLine(database);

  await expect(run(...args)).rejects.toThrow(message);
});
