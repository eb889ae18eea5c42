/** SQLSTATEs of a server that goes down or comes up or takes no more connections, and errors of the socket. */
const awayCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ENOTFOUND",
  "ETIMEDOUT",
  "57P01",
  "57P02",
  "57P03",
  "53300",
  "08000",
  "08001",
  "08003",
  "08006",
]);

/** A pool that waited in vain and a connection that was cut, then or before, tell so by their message only. */
const awayMessages = /Connection terminated|not queryable|timeout exceeded when trying to connect/;

/** Whether an error says that the database cannot be reached, and nothing about the statement. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  return (typeof code === "string" && awayCodes.has(code)) || awayMessages.test(error.message);
}
