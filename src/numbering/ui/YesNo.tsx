import { useT } from "#web/i18n.ts";

export function YesNo({ value }: { readonly value: boolean }) {
  const t = useT();
  return t(value ? "web.filter.yes" : "web.filter.no");
}
