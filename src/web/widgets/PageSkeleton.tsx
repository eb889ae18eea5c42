import { Skeleton, Stack } from "@mantine/core";
import { useT } from "../i18n.ts";

const rowWidths = [100, 96, 98, 92, 99, 94, 97, 93, 95, 91];

/** The outline of a page while it is on its way. */
export function PageSkeleton({ kind = "card" }: { readonly kind?: "list" | "card" }) {
  const t = useT();
  return (
    <Stack p="lg" gap="md" role="status" aria-label={t("web.list.loading")}>
      <Skeleton height={24} width={260} />
      {kind === "list"
        ? rowWidths.map((width) => <Skeleton key={width} height={18} width={`${width}%`} />)
        : [180, 140, 220].map((height) => <Skeleton key={height} height={height} />)}
    </Stack>
  );
}
