import { Html } from "./html.ts";

/** The look of the reference: readable in both colour schemes, on a phone and on paper. */
export const docsStyle = new Html(`
:root {
  --text: #1f2933; --faint: #52606d; --line: #d9e2ec; --back: #ffffff; --raised: #f5f7fa; --link: #0b5cad;
  --get: #0b6e4f; --post: #0b5cad; --change: #8a4b00; --delete: #a61b1b;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #e4e7eb; --faint: #9aa5b1; --line: #3e4c59; --back: #14181d; --raised: #1f252c; --link: #7cc0ff;
    --get: #65d6ad; --post: #7cc0ff; --change: #f0b429; --delete: #ff9b9b;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; display: grid; grid-template-columns: 16rem minmax(0, 1fr); color: var(--text); background: var(--back);
  font: 1rem/1.5 system-ui, sans-serif; }
nav { position: sticky; top: 0; height: 100vh; overflow-y: auto; padding: 1rem 1.5rem; border-right: 1px solid var(--line); }
nav ul { list-style: none; margin: 0; padding: 0; }
main { padding: 1rem 2rem 4rem; max-width: 64rem; min-width: 0; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 1rem 0 0.25rem; }
code { font: 0.9em ui-monospace, monospace; overflow-wrap: anywhere; }
details { margin: 0.5rem 0; border: 1px solid var(--line); border-radius: 0.4rem; padding: 0 1rem; }
details:target { border-color: var(--link); }
details[open] { padding-bottom: 1rem; }
summary { margin: 0 -1rem; padding: 0.5rem 1rem; cursor: pointer; background: var(--raised); border-radius: 0.4rem; }
.method { display: inline-block; min-width: 4.5em; font-weight: 700; }
.get { color: var(--get); } .post { color: var(--post); } .put, .patch { color: var(--change); } .delete { color: var(--delete); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.75rem 0.35rem 0; border-bottom: 1px solid var(--line); font-weight: 400; }
thead th, small { color: var(--faint); }
@media (max-width: 50rem) {
  body { display: block; }
  nav { position: static; height: auto; border-right: 0; border-bottom: 1px solid var(--line); }
  nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; }
  main { padding: 1rem; }
}
@media print { nav { display: none; } body { display: block; } }
`);
