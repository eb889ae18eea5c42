import { expect, test } from "vitest";
import { readCredentials } from "./basic-credentials.rules.ts";

const basic = (text: string) => `Basic ${Buffer.from(text).toString("base64")}`;

test.each([
  ["Bearer rap_x", { userName: null, secret: "rap_x" }],
  ["bearer   rap_x ", { userName: null, secret: "rap_x" }],
  [basic("aino@halla.example:rap_x"), { userName: "aino@halla.example", secret: "rap_x" }],
  [basic("äänekäs@halla.example:a:b"), { userName: "äänekäs@halla.example", secret: "a:b" }],
  [basic(" aino :rap_x\n"), { userName: "aino", secret: "rap_x" }],
  [basic("no colon"), null],
  ["Basic !!!", null],
  [`Basic ${Buffer.from([0xff, 0x3a, 0xfe]).toString("base64")}`, null],
  ["Digest username=x", null],
  ["", null],
])("%s", (header, credentials) => {
  expect(readCredentials(header)).toEqual(credentials);
});
