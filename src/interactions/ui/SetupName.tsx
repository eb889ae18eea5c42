import { useGroups, useTemplates } from "./use-templates.ts";

/** A template by its description; its code is the hint. One that was archived goes by its code. */
export function TemplateName({ code }: { readonly code: string | null }) {
  const template = useTemplates()?.find((one) => one.code === code);
  return <Named name={template?.description ?? code} code={code} />;
}

/** A group by its description; its code is the hint. */
export function GroupName({ code }: { readonly code: string | null }) {
  return <Named name={useGroups().get(code ?? "") ?? code} code={code} />;
}

function Named({ name, code }: { readonly name: string | null; readonly code: string | null }) {
  return code === null ? null : <span title={code}>{name}</span>;
}
