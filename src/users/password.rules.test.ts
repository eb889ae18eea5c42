import { describe, expect, test } from "vitest";
import { commonPasswords } from "./common-passwords.data.ts";
import { composedPassword, minimumPasswordLength, passwordFault } from "./password.rules.ts";

const owner = { userName: "kaisla.niemi", email: "kaisla.niemi@house.example" };

describe("a new password", () => {
  test.each([
    ["short enough to guess", "abc def 1", "password_too_short"],
    ["ten characters", "abc def 12", null],
    ["counted in characters, not in UTF-16 units", "🙂🙃😀😁😂😃😄😅😆", "password_too_short"],
    ["two hundred characters", "abcde".repeat(40), null],
    ["longer than two hundred", `${"abcde".repeat(40)}f`, "password_too_long"],
    ["the user name in other letters", "KAISLA.Niemi", "password_is_name"],
    ["the e-mail address", "kaisla.niemi@house.example", "password_is_name"],
    ["a very common one", "Password123", "password_too_common"],
    ["a very common one in Finnish", "Salasana123", "password_too_common"],
    ["one character over and over", "aaaaaaaaaaaaaaa", "password_too_common"],
    ["words without digits or capitals", "kolme hauskaa sanaa", null],
  ])("%s", (_case, password, expected) => {
    expect(passwordFault(password, owner)?.code ?? null).toBe(expected);
  });

  test("the local part of the e-mail address is a name too", () => {
    const fault = passwordFault("lumi.halonen", { userName: "lumi", email: "Lumi.Halonen@house.example" });

    expect(fault?.code).toBe("password_is_name");
  });

  test("both ways of writing ä are the same password", () => {
    expect(composedPassword("mäkinen")).toBe(composedPassword("ma\u0308kinen"));
  });

  test("the list of common passwords holds only what the length lets through", () => {
    const useless = [...commonPasswords].filter(
      (password) => password.length < minimumPasswordLength || password !== password.toLowerCase(),
    );

    expect(useless).toEqual([]);
  });
});
