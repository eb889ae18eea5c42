import { Skeleton } from "@mantine/core";
import { Suspense } from "react";
import type { ContactSection, ContactSectionProps } from "../card-parts.ts";

/** The sections of one tab, one below the other; the code of each comes when it is first shown. */
export function Sections(
  props: ContactSectionProps & {
    readonly sections: readonly ContactSection[];
    readonly tab: ContactSection["tab"];
  },
) {
  const { sections, tab, ...shown } = props;
  return sections
    .filter((section) => section.tab === tab)
    .map(({ key, component: Section }) => (
      <Suspense key={key} fallback={<Skeleton height={90} mt="sm" />}>
        <Section {...shown} />
      </Suspense>
    ));
}
