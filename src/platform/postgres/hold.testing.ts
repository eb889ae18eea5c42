/**
 * A process that holds an embedded PostgreSQL until it is told to stop or is killed:
 * `node hold.testing.ts <data folder> server|command`. Writes one line of JSON when it is ready or refused.
 */
import { PostgresStartError, startEmbeddedPostgres } from "./index.ts";

const [dataFolder = "", owner] = process.argv.slice(2);

try {
  const postgres = await startEmbeddedPostgres({
    dataFolder,
    owner: owner === "server" ? "server" : "command",
    log: (line) => process.stderr.write(`${line}\n`),
  });
  const standing = setInterval(() => {}, 60_000);
  process.once("SIGTERM", () => {
    clearInterval(standing);
    void postgres.stop();
  });
  say({ connectionString: postgres.connectionString, port: postgres.port, adopted: postgres.adopted });
} catch (error) {
  if (!(error instanceof PostgresStartError)) throw error;
  say({ refused: error.code, message: error.message });
}

function say(what: object): void {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}
