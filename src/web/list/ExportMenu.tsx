import { Button, Menu } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { type TextKey, useT } from "../i18n.ts";
import type { ExportedFile, ExportHref } from "./export-of.ts";

type Choice = readonly [TextKey, ExportedFile];

/** What people read: words above the columns. */
const forPeople: readonly Choice[] = [
  ["web.list.exportCsv", { format: "csv", headers: "captions" }],
  ["web.list.exportXlsx", { format: "xlsx", headers: "captions" }],
];

/** What comes back by an import: the names of the API above the columns. */
const forImport: readonly Choice[] = [
  ["web.list.exportCsvForImport", { format: "csv", headers: "names" }],
  ["web.list.exportXlsxForImport", { format: "xlsx", headers: "names" }],
];

interface ExportMenuProps {
  readonly href: ExportHref;
  /** Filters and order of the list. */
  readonly query: Readonly<Record<string, string>>;
  /** Whether there is an import that reads the file again. */
  readonly canComeBack?: boolean;
}

/** The list as a file: everything the filters show, not only what is loaded. */
export function ExportMenu({ href, query, canComeBack = false }: ExportMenuProps) {
  const t = useT();
  const items = (choices: readonly Choice[]) =>
    choices.map(([labelKey, file]) => (
      <Menu.Item key={labelKey} component="a" href={href(file, query)} download>
        {t(labelKey)}
      </Menu.Item>
    ));
  return (
    <Menu>
      <Menu.Target>
        <Button
          variant="default"
          visibleFrom="sm"
          leftSection={<IconDownload size={16} stroke={1.6} aria-hidden />}
        >
          {t("web.list.export")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {items(forPeople)}
        {canComeBack && (
          <>
            <Menu.Divider />
            {items(forImport)}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
