import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { longestLine, type ReadLine, readNdjson } from "./ndjson.ts";

async function read(...chunks: readonly (string | Buffer)[]): Promise<unknown[]> {
  const lines: unknown[] = [];
  for await (const line of readNdjson(Readable.from(chunks.map((chunk) => Buffer.from(chunk)))))
    lines.push(shown(line));
  return lines;
}

function shown(line: ReadLine): unknown {
  return "error" in line ? [line.line, line.error.code] : [line.line, line.value];
}

test("lines are read wherever the stream is cut, with or without a line end at last", async () => {
  const text = Buffer.from('{"name":"Ähtäri"}\r\n\n{"name":2}');

  for (let cut = 0; cut <= text.length; cut++) {
    expect(await read(text.subarray(0, cut), text.subarray(cut))).toEqual([
      [1, { name: "Ähtäri" }],
      [3, { name: 2 }],
    ]);
  }
  expect(await read("1\n2\n")).toEqual([
    [1, 1],
    [2, 2],
  ]);
  expect(await read()).toEqual([]);
});

test("a line that cannot be read or is too long keeps none of the others from being read", async () => {
  const longest = `"${"x".repeat(longestLine - 2)}"`;
  const lines = await read(
    `{broken\n"${"x".repeat(longestLine)}"\n`,
    "y".repeat(longestLine),
    "z\n",
    `${longest}\n7`,
  );

  expect(lines).toEqual([
    [1, "malformed_json"],
    [2, "line_too_long"],
    [3, "line_too_long"],
    [4, "x".repeat(longestLine - 2)],
    [5, 7],
  ]);
});
