import { expect, test } from "vitest";
import { FrontendReader } from "./wire-messages.ts";

const text = (value: string) => Buffer.from(`${value}\0`);
const int16 = (value: number) => Buffer.from([value >> 8, value & 255]);
const int32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};
const value = (bytes: Buffer | null) => (bytes ? Buffer.concat([int32(bytes.length), bytes]) : int32(-1));

function message(type: string, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(type), int32(body.length + 4), body]);
}

const greeting = message("", int32(196_608), text("application_name"), text("tester"), Buffer.from([0]));
const parse = message("P", text(""), text("select $1, $2, $3"), int16(0));
const bind = message(
  "B",
  text(""),
  text(""),
  int16(3),
  int16(0),
  int16(1),
  int16(0),
  int16(3),
  value(Buffer.from("Mäkinen")),
  value(Buffer.from([0, 255])),
  value(null),
  int16(0),
);

test("statements are read with their values, however the bytes arrive", () => {
  const sent = Buffer.concat([greeting, message("Q", text("begin")), parse, bind, message("S")]);
  const reader = new FrontendReader();

  const statements = [...sent].flatMap((byte) => reader.read(Buffer.from([byte])));

  expect(reader.applicationName).toBe("tester");
  expect(statements).toEqual([
    { sql: "begin", values: [] },
    { sql: "select $1, $2, $3", values: ["Mäkinen", Buffer.from([0, 255]), null] },
  ]);
});
