import { expect, test } from "vitest";
import { suggestUserName } from "./user-name.rules.ts";

test.each([
  ["Aino.Kiviharju@example.com", "aino.kiviharju"],
  [" aino k", "aino.k"],
  ["", ""],
])("the user name for %j is %j", (email, userName) => {
  expect(suggestUserName(email)).toBe(userName);
});
