import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { type CapturedStatement, FrontendReader } from "./wire-messages.ts";

/** A door to PostgreSQL that notes down the statements which pass through it. */
export interface StatementTap {
  /** The database's address by way of the tap. */
  readonly url: string;
  /** The statements that `work` made pass, in their order. */
  capture(work: () => Promise<unknown>): Promise<CapturedStatement[]>;
  close(): Promise<void>;
}

/** `application_name` of the connections that answer requests. */
const servingConnections = "rapport-server";

/** Opens a tap before the database; it must be reached without TLS. */
export async function openStatementTap(databaseUrl: string): Promise<StatementTap> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let captured: CapturedStatement[] = [];
  const server = createServer((client) => {
    const database = connect(Number(target.port || 5432), target.hostname);
    const reader = new FrontendReader();
    client.on("data", (chunk) => {
      const statements = reader.read(chunk);
      // Jobs look for work on connections of their own.
      if (reader.applicationName === servingConnections) captured.push(...statements);
    });
    client.pipe(database);
    database.pipe(client);
    for (const socket of [client, database]) {
      sockets.add(socket);
      socket
        .on("error", () => socket.destroy())
        .on("close", () => {
          client.destroy();
          database.destroy();
          sockets.delete(socket);
        });
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${port}`;
  return {
    url: url.toString(),
    async capture(work) {
      captured = [];
      await work();
      return captured;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
