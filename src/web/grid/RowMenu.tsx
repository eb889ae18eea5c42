import { ActionIcon, Menu } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { type Action, bindActions } from "../actions.ts";
import { useT } from "../i18n.ts";
import { useUi } from "../ui.ts";
import { ActionItem } from "../widgets/ActionBar.tsx";
import classes from "./DataGrid.module.css";
import { Part } from "./Part.tsx";

/** The menu of a row. Only the open one is a real menu; the others are plain buttons, so that scrolling stays light. */
export function RowMenu<Row>(props: {
  readonly row: Row;
  readonly actions: readonly Action<Row>[];
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}) {
  const t = useT();
  const button = (
    <ActionIcon
      size={24}
      tabIndex={-1}
      aria-label={t("web.list.rowMenu")}
      aria-haspopup="menu"
      onClick={props.onOpen}
    >
      <IconDots size={16} />
    </ActionIcon>
  );
  return (
    <Part role="gridcell" className={classes.menuCell} data-open={props.isOpen || undefined}>
      {props.isOpen ? <OpenRowMenu {...props}>{button}</OpenRowMenu> : button}
    </Part>
  );
}

function OpenRowMenu<Row>(props: {
  readonly row: Row;
  readonly actions: readonly Action<Row>[];
  readonly onClose: () => void;
  readonly children: React.ReactNode;
}) {
  const ui = useUi();
  return (
    // The key press that opens the menu must not count as one outside of it.
    <Menu
      opened
      clickOutsideEvents={["mousedown", "touchstart"]}
      onChange={(isOpen) => !isOpen && props.onClose()}
    >
      <Menu.Target>{props.children}</Menu.Target>
      <Menu.Dropdown>
        {bindActions(props.actions, props.row, ui).map((bound) => (
          <ActionItem key={bound.key} action={bound} />
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
