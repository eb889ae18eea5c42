import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import type { Role } from "#users/rights.rules.ts";
import { type StoredSession, startChromium, type Visit, visit } from "./browser.ts";
import { Client } from "./client.ts";
import { Installation } from "./installation.ts";
import { until } from "./until.ts";

/** Long enough, and like no other. */
export const PASSWORD = "Kuura-ja-kanerva-7";

interface ProgramOptions {
  /** With the demo company, or empty. */
  readonly demo: boolean;
  /** Code of the salesperson that the user with the role `crmUser` is. */
  readonly crmUserIs?: string;
}

/** The running program and a browser to look at it; both are the same for all tests of a file. */
export class BrowserProgram {
  readonly #installation = new Installation();
  readonly #options: ProgramOptions;
  readonly #sessions = new Map<Role, StoredSession>();
  #browser: Browser | undefined;
  #url: string | undefined;
  #firstLink: string | undefined;
  #client: Client | undefined;

  constructor(options: ProgramOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    const [server, browser] = await Promise.all([
      this.#installation.start({ RAPPORT_DEMO: this.#options.demo ? "1" : "0" }),
      startChromium(),
    ]);
    this.#url = server.url;
    this.#browser = browser;
    const link = /http\S+#\S+/;
    await until("the first start prints its link", () => link.test(server.stdout()));
    this.#firstLink = link.exec(server.stdout())?.[0];
  }

  async end(): Promise<void> {
    await this.#browser?.close();
    await this.#installation.remove();
  }

  get url(): string {
    return given(this.#url);
  }

  /** The one-time link that the first start printed. */
  get firstLink(): string {
    return given(this.#firstLink);
  }

  /** The API as an administrator's token. */
  async api(): Promise<Client> {
    this.#client ??= new Client(this.url, await this.#installation.adminToken());
    return this.#client;
  }

  /** Work in a fresh browser in which nobody is signed in, unless `how.session` says who. */
  visit<Result>(how: Visit, work: (page: Page, context: BrowserContext) => Promise<Result>): Promise<Result> {
    return visit(given(this.#browser), this.url, how, work);
  }

  /** Work in a fresh browser in which somebody with the role is signed in. */
  async as<Result>(
    role: Role,
    work: (page: Page, context: BrowserContext) => Promise<Result>,
    how: Omit<Visit, "session"> = {},
  ): Promise<Result> {
    return this.visit({ ...how, session: await this.#sessionOf(role) }, work);
  }

  async #sessionOf(role: Role): Promise<StoredSession> {
    const known = this.#sessions.get(role);
    if (known) return known;
    const link = role === "admin" ? this.firstLink : await this.invite(role);
    const session = await this.visit({}, async (page, context) => {
      await acceptLink(page, link);
      return context.storageState();
    });
    this.#sessions.set(role, session);
    return session;
  }

  /** Creates a user named like the role, and returns the link that invites them. */
  async invite(role: Role): Promise<string> {
    const api = await this.api();
    const user = await api.create("/users", {
      userName: role.toLowerCase(),
      fullName: `Test ${role}`,
      email: `${role.toLowerCase()}@example.com`,
      role,
      ...(role === "crmUser" && { salespersonCode: this.#options.crmUserIs }),
    });
    const { status, body } = await api.post(`/users/${user.id}/invite`, {});
    if (status >= 300) throw new Error(`no invitation: ${status} ${JSON.stringify(body)}`);
    return body.url;
  }
}

/** Starts the program before the tests of a file, and ends it after them. */
export function runProgram(options: ProgramOptions): BrowserProgram {
  const program = new BrowserProgram(options);
  beforeAll(() => program.start());
  afterAll(() => program.end());
  return program;
}

/** Sets the password by a one-time link, as a person does, and waits until they are in. */
export async function acceptLink(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel("New password").fill(PASSWORD);
  await page.keyboard.press("Enter");
  await page.locator("#content").waitFor();
}

/** Fills the sign-in page. */
export async function signIn(page: Page, userName: string, password = PASSWORD): Promise<void> {
  await page.getByLabel("User name or e-mail").fill(userName);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.keyboard.press("Enter");
}

function given<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("the program has not been started");
  return value;
}
