import { expect, test } from "vitest";
import { domainEvent, emit, on } from "./events.ts";

test("handlers run one after the other in the order they subscribed, each once", async () => {
  const heard: string[] = [];
  const painted = domainEvent<null, string>("painted");
  const first = on(painted, "first", async (_, colour) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    heard.push(`first ${colour}`);
  });
  const second = on(painted, "second", async (_, colour) => {
    heard.push(`second ${colour}`);
  });
  for (const { subscribe } of [first, second, first]) subscribe();

  await emit(null, painted, "green");

  expect(heard).toEqual(["first green", "second green"]);
});

test("an error of a handler reaches whoever emitted, and the later ones do not run", async () => {
  const heard: string[] = [];
  const painted = domainEvent<null, string>("painted");
  on(painted, "strict", () => Promise.reject(new Error("not this one"))).subscribe();
  on(painted, "later", async (_, colour) => {
    heard.push(colour);
  }).subscribe();

  await expect(emit(null, painted, "red")).rejects.toThrow("not this one");
  expect(heard).toEqual([]);
});
