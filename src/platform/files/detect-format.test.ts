import { expect, test } from "vitest";
import { detectFormat } from "./detect-format.ts";

const bytes = (text: string) => Buffer.from(text, "latin1");
const zipEntry = (name: string) =>
  bytes(`PK\x03\x04${"\0".repeat(22)}${String.fromCharCode(name.length)}\0\0\0${name}data`);

test.each([
  ["a table of text", bytes("Name;City\nHalla;Vaasa\n"), "csv"],
  ["text in UTF-16", Buffer.from("\uFEFFName\tCity\r\n", "utf16le"), "csv"],
  ["text in Windows-1252", bytes("Nimi;Hinta\nM\xe4kel\xe4;5 \x80"), "csv"],
  ["a single word", bytes("Name"), "csv"],
  ["a card", bytes("BEGIN:VCARD\r\nVERSION:3.0\r\n"), "vcard"],
  ["a card after a mark, in small letters", Buffer.from("\uFEFF\r\nbegin:vcard\nversion:2.1\n"), "vcard"],
  ["a workbook", Buffer.concat([zipEntry("[Content_Types].xml"), zipEntry("xl/workbook.xml")]), "xlsx"],
  [
    "a Word document",
    Buffer.concat([zipEntry("[Content_Types].xml"), zipEntry("word/document.xml")]),
    "unsupported",
  ],
  ["another zip", zipEntry("photos/cat.txt"), "unsupported"],
  ["an old workbook", bytes("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "unsupported"],
  ["a PDF", bytes("%PDF-1.7\n1 0 obj"), "unsupported"],
  ["a picture", bytes("\x89PNG\r\n\x1a\n"), "unsupported"],
  ["a web page", bytes("<!DOCTYPE html><table>"), "unsupported"],
  ["JSON", bytes('[{"name":"Halla"}]'), "unsupported"],
  ["bytes of nothing known", bytes("\0\x01\x02\x03\0\0\x05"), "unsupported"],
  ["nothing", bytes(""), "unsupported"],
  ["white space", bytes(" \r\n"), "unsupported"],
])("%s", (_name, contents, format) => {
  expect(detectFormat(contents)).toBe(format);
});

test("a lying name and content type do not count", () => {
  expect(detectFormat(bytes("Name;City\n"), "list.xlsx", "text/vcard")).toBe("csv");
  expect(detectFormat(bytes("%PDF-1.7"), "list.csv", "text/csv")).toBe("unsupported");
});

test("the name decides about a zip whose first entry says nothing", () => {
  expect(detectFormat(zipEntry("docProps/app.xml"), "list.xlsx")).toBe("xlsx");
  expect(detectFormat(zipEntry("docProps/app.xml"), "list.zip")).toBe("unsupported");
});
