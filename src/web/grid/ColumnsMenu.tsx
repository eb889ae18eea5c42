import { ActionIcon, Checkbox, Popover, Stack, Tooltip, UnstyledButton } from "@mantine/core";
import { IconColumns3 } from "@tabler/icons-react";
import { useT } from "../i18n.ts";
import { type Column, titleColumn } from "./columns.ts";

/** Which columns are shown; the one that names the row always is. */
export function ColumnsMenu<Row>(props: {
  readonly columns: readonly Column<Row>[];
  readonly visible: readonly Column<Row>[];
  readonly onShow: (key: string, isShown: boolean) => void;
  readonly onReset: () => void;
}) {
  const t = useT();
  const title = titleColumn(props.columns);
  return (
    <Popover position="bottom-end" withinPortal>
      <Popover.Target>
        <Tooltip label={t("web.list.columns")}>
          <ActionIcon aria-label={t("web.list.columns")} size={30} visibleFrom="sm">
            <IconColumns3 size={17} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap={8}>
          {props.columns
            .filter((column) => column !== title)
            .map((column) => (
              <Checkbox
                key={column.key}
                label={t(column.headerKey)}
                checked={props.visible.includes(column)}
                onChange={(event) => props.onShow(column.key, event.currentTarget.checked)}
              />
            ))}
          <UnstyledButton fz="xs" c="dimmed" onClick={props.onReset}>
            {t("web.list.resetColumns")}
          </UnstyledButton>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
