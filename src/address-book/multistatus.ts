import { declarations, type Xml, xmlStart } from "./xml.rules.ts";

/** An answer about many resources, written while they arrive: nothing of it is whole in memory. */
export async function* multistatus(
  pages: AsyncIterable<readonly Xml[]>,
  end: readonly Xml[] = [],
): AsyncGenerator<string> {
  yield `${xmlStart}<D:multistatus${declarations}>`;
  for await (const page of pages) yield page.map(({ text }) => text).join("");
  yield `${end.map(({ text }) => text).join("")}</D:multistatus>`;
}
