import { type Command, Option } from "commander";
import type { RegisterCommands } from "#platform/command-line.ts";
import { parseBody } from "#platform/http/validation.ts";
import { createLink } from "./links.commands.ts";
import { roles } from "./rights.rules.ts";
import { createToken } from "./tokens.commands.ts";
import * as tokens from "./tokens.contract.ts";
import { createUser } from "./users.commands.ts";
import * as users from "./users.contract.ts";

/** `rapport user add` and `rapport token create`. */
export const registerUserCommands: RegisterCommands = (program, run) => {
  subcommands(program, "user", "Users")
    .command("add")
    .description("Create a user and print the link by which they set their password")
    .requiredOption("--name <userName>", "name to sign in with, without blanks and @")
    .requiredOption("--email <address>")
    .addOption(roleOption())
    .option("--full-name <name>", "the user name unless given")
    .action(
      run(async ({ ctx, baseUrl, print }, options: UserOptions) => {
        const { name: userName, email, role, fullName = userName } = options;
        const user = await createUser(ctx, parseBody(users.NewUser, { userName, email, fullName, role }));
        print((await createLink(ctx, user.id, "invitation", baseUrl)).url);
      }),
    );

  subcommands(program, "token", "API tokens")
    .command("create")
    .description("Create an API token and print it: the only time it is shown")
    .addOption(roleOption())
    .option("--name <name>", "what it is for", "command line")
    .option("--expires <moment>", "day (2027-01-31) or moment (RFC 3339) of its end; never unless given")
    .option("--rights <rights>", "only these of the role, separated by commas")
    .option("--user <userName>", "on whose behalf it acts")
    .action(
      run(async ({ ctx, print }, options: TokenOptions) => {
        const { rights, ...token } = parseBody(tokens.NewToken, {
          name: options.name,
          role: options.role,
          rights: options.rights?.split(",").map((right) => right.trim()) ?? null,
          expiresAt: options.expires === undefined ? null : asMoment(options.expires),
          userName: options.user ?? null,
        });
        print((await createToken(ctx, { ...token, narrowedTo: rights })).secret);
      }),
    );
};

interface UserOptions {
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly fullName?: string;
}

interface TokenOptions {
  readonly name: string;
  readonly role: string;
  readonly expires?: string;
  readonly rights?: string;
  readonly user?: string;
}

function subcommands(program: Command, name: string, description: string): Command {
  return program.command(name).description(description);
}

function roleOption(): Option {
  return new Option("--role <role>", "what it may do").choices(roles).makeOptionMandatory();
}

/** The start of a day in UTC, or the moment as given. */
function asMoment(text: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : text;
}
