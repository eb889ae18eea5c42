/** What a browser says of itself, in words one recognises. Pure. */

const browsers = [
  ["Edge", /Edg\//],
  ["Opera", /OPR\//],
  ["Samsung Internet", /SamsungBrowser\//],
  ["Firefox", /Firefox\/|FxiOS\//],
  ["Chrome", /Chrome\/|CriOS\//],
  ["Safari", /Safari\//],
] as const;

const systems = [
  ["iPhone", /iPhone/],
  ["iPad", /iPad/],
  ["Android", /Android/],
  ["Windows", /Windows/],
  ["macOS", /Macintosh/],
  ["ChromeOS", /CrOS/],
  ["Linux", /Linux/],
] as const;

/** Browser and system behind a `User-Agent`; `null` where one of them is unknown. */
export function deviceOf(userAgent: string | null): { browser: string; system: string } | null {
  const browser = browsers.find(([, sign]) => sign.test(userAgent ?? ""))?.[0];
  const system = systems.find(([, sign]) => sign.test(userAgent ?? ""))?.[0];
  return browser === undefined || system === undefined ? null : { browser, system };
}
