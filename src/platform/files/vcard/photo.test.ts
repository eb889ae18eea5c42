import { expect, test } from "vitest";
import { type CardPhoto, readPhoto } from "./photo.ts";

test.for<[string, string, CardPhoto | null]>([
  ["3.0", "PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ", { base64: "/9j/4AAQ" }],
  ["2.1", "PHOTO;JPEG;ENCODING=BASE64:/9j/4AAQ", { base64: "/9j/4AAQ" }],
  ["2.1 bare", "PHOTO;BASE64;JPEG:/9j/4AAQ", { base64: "/9j/4AAQ" }],
  ["4.0", "PHOTO:data:image/png;base64,iVBORw0", { base64: "iVBORw0" }],
  ["4.0 escaped", "item1.PHOTO;PREF=1:data:image/png;base64\\,iVBORw0", { base64: "iVBORw0" }],
  [
    "an address",
    "PHOTO;VALUE=URI:https://kuva.example/a.jpg",
    { problem: "linked", excerpt: "https://kuva.example/a.jpg" },
  ],
  ["a file", "PHOTO:file:///etc/passwd", { problem: "linked", excerpt: "file:///etc/passwd" }],
  ["words", "PHOTO:on the wall", { problem: "unreadable", excerpt: "on the wall" }],
  ["nothing", "PHOTO;ENCODING=b:", null],
  ["a colon in quotes", 'PHOTO;X-A="b:c";ENCODING=b:AAAA', { base64: "AAAA" }],
])("reads the picture of a card: %s", ([, line, photo]) => {
  expect(readPhoto(line, false)).toEqual(photo);
});

test("a picture that was cut off is too large", () => {
  expect(readPhoto("PHOTO;ENCODING=b:AAAA", true)).toEqual({ problem: "tooLarge", excerpt: "AAAA" });
});
