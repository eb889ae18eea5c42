import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");
const documents = globSync(["*.md", "docs/**/*.md", "src/**/README.md"], { cwd: root });

/** Paths in backticks that begin at the root, and links to files, relative to the document. */
function namedPaths(document: string): string[] {
  const text = readFileSync(path.join(root, document), "utf8");
  const inBackticks = [...text.matchAll(/`((?:src|docs|tests|scripts|migrations)\/[\w./-]+)`/g)].map(
    (match) => match[1]!,
  );
  const linked = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map((match) =>
    path.relative(root, path.resolve(root, path.dirname(document), match[1]!)),
  );
  return [...inBackticks, ...linked];
}

test.each(documents)("%s names only files that exist", (document) => {
  expect(namedPaths(document).filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
});

test("there are documents to look at", () => {
  expect(documents).toContain("ARCHITECTURE.md");
});
