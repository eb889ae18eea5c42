import { type Html, html } from "./html.ts";
import type { Content, OpenApi, Operation, Parameter } from "./open-api.ts";
import { meaningOf, schemaAnchor, schemaTable, typeOf } from "./schema-html.ts";
import { docsStyle } from "./style.ts";

interface NamedOperation {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

/** The reference of the API as one page without scripts, made from the document that machines read. */
export function docsPage(document: OpenApi): string {
  const groups = byTag(document);
  const { title, version, description } = document.info;
  const page = html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${title} API</title>
  <style>${docsStyle}</style>
</head>
<body>
  <nav aria-label="Resources">
    <p><a href="#top"><strong>${title} API</strong></a> ${version}</p>
    <ul>${[...groups.keys()].map((tag) => html`<li><a href="#tag-${tag}">${tag}</a></li>`)}<li><a href="#schemas">Schemas</a></li></ul>
  </nav>
  <main id="top">
    <h1>${title} API</h1>
    <p>${description}</p>
    <p>Send <code>Authorization: Bearer &lt;token&gt;</code>. For machines: <a href="/api/openapi.json">/api/openapi.json</a>.</p>
    ${[...groups].map(
      ([tag, operations]) => html`<section aria-labelledby="tag-${tag}">
      <h2 id="tag-${tag}">${tag}</h2>
      ${operations.map(operationDetails)}
    </section>`,
    )}
    <section aria-labelledby="schemas">
      <h2 id="schemas">Schemas</h2>
      ${Object.entries(document.components.schemas).map(
        ([name, schema]) => html`<details id="${schemaAnchor(name)}">
        <summary><code>${name}</code></summary>
        ${schemaTable(schema)}
      </details>`,
      )}
    </section>
  </main>
</body>
</html>
`;
  return page.text;
}

function byTag(document: OpenApi): Map<string, NamedOperation[]> {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
  const groups = Map.groupBy(operations, ({ operation }) => operation.tags[0] ?? "other");
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function operationDetails({ method, path, operation }: NamedOperation): Html {
  return html`<details id="${operation.operationId}">
    <summary><span class="method ${method.toLowerCase()}">${method}</span> <code>${path}</code> <span>${operation.summary}</span></summary>
    ${operation.description && html`<p>${operation.description}</p>`}
    <p>${accessText(operation["x-access"])}</p>
    ${operation.parameters && parameterTable(operation.parameters)}
    ${operation.requestBody && html`<h3>Body</h3>${contentDetails(operation.requestBody.content)}`}
    ${Object.entries(operation.responses).map(([status, { description, content }]) => [
      html`<h3>${status === "default" ? "Otherwise" : `Answer ${status}`}</h3>`,
      description !== "Success" || !content ? html`<p>${description}</p>` : null,
      content && contentDetails(content),
    ])}
  </details>`;
}

function accessText(access: string): Html {
  if (access === "public") return html`Open to everybody.`;
  if (access === "signedIn") return html`For everybody who is signed in.`;
  return html`Needs the right <code>${access}</code>.`;
}

function parameterTable(parameters: readonly Parameter[]): Html {
  return html`<h3>Parameters</h3><div class="scroll"><table>
    <thead><tr><th scope="col">Name</th><th scope="col">In</th><th scope="col">Type</th><th scope="col">Meaning</th></tr></thead>
    <tbody>${parameters.map(
      (parameter) => html`<tr>
        <th scope="row"><code>${parameter.name}</code>${parameter.required && html` <small>required</small>`}</th>
        <td>${parameter.in}</td>
        <td>${typeOf(parameter.schema)}</td>
        <td>${parameter.description ?? meaningOf(parameter.schema)}</td>
      </tr>`,
    )}</tbody>
  </table></div>`;
}

function contentDetails(byType: Content): Html {
  return html`${Object.entries(byType).map(
    ([type, { schema }]) =>
      html`<p><code>${type}</code></p>${schema && (schema.$ref ? html`<p>${typeOf(schema)}</p>` : schemaTable(schema))}`,
  )}`;
}
