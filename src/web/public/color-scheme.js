// Sets the colour scheme before the first paint; a separate file because the CSP forbids inline scripts.
(() => {
  let scheme = "auto";
  try {
    scheme = localStorage.getItem("rapport.theme") || "auto";
  } catch {
    // Storage can be blocked; the device's own scheme is then the right one.
  }
  const isDark =
    scheme === "dark" || (scheme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.setAttribute("data-mantine-color-scheme", isDark ? "dark" : "light");
})();
