import { useT } from "#web/i18n.ts";
import { useFormat } from "#web/use-format.ts";

/** How long ago something was used, with the very moment at hand. */
export function LastSeen({ at }: { readonly at: string | null }) {
  const t = useT();
  const format = useFormat();
  if (at === null) return t("users.list.never");
  return (
    <time dateTime={at} title={format.instant(at)}>
      {format.relative(at)}
    </time>
  );
}
