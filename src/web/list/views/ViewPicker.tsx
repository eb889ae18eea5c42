import { Button, Menu } from "@mantine/core";
import {
  IconCheck,
  IconChevronDown,
  IconDeviceFloppy,
  IconLayoutList,
  IconPencil,
  IconPlus,
  IconStar,
  IconStarFilled,
  IconStarOff,
  IconTrash,
  IconUser,
  IconUsers,
} from "@tabler/icons-react";
import { Fragment, useState } from "react";
import type { SavedView } from "#views/views.contract.ts";
import { useOffer } from "../../action-registry.ts";
import { type Filter, parametersOf } from "../../filter/filters.ts";
import { type TextKey, useT } from "../../i18n.ts";
import { useMay } from "../../session.ts";
import { StatusBadge } from "../../widgets/StatusBadge.tsx";
import type { ChangeSearch } from "../use-list-search.ts";
import { NameViewDialog } from "./NameViewDialog.tsx";
import { useViewCommands, type ViewCommands } from "./use-view-commands.ts";
import type { Views } from "./use-views.ts";
import classes from "./ViewPicker.module.css";
import { isModified, type ViewContent } from "./view-state.rules.ts";

export interface ViewPickerProps {
  readonly views: Views & { readonly list: string };
  readonly filters: readonly Filter[];
  /** Parameters of the address line that belong to the list. */
  readonly known: readonly string[];
  /** What the list shows now. */
  readonly shown: ViewContent;
  /** What the current view holds of columns that the list still has. */
  readonly savedColumns: readonly string[] | null;
  readonly change: ChangeSearch;
  readonly resetColumns: (view: Pick<SavedView, "id"> | null) => void;
}

/** Which view of the list is shown, whether it was changed, and what can be done with it. */
export default function ViewPicker(props: ViewPickerProps) {
  const t = useT();
  const { views, shown } = props;
  const { current } = views;
  const [isOpen, setIsOpen] = useState(false);
  const [naming, setNaming] = useState<{ readonly view: SavedView | null } | null>(null);
  const commands = useViewCommands({ ...props, list: views.list, content: shown });
  const isChanged = current !== null && isModified({ ...current, columns: props.savedColumns }, shown);

  useOffer([
    {
      key: "web.views",
      labelKey: "web.views.choose",
      icon: IconLayoutList,
      shortcut: "V",
      run: () => setIsOpen(true),
    },
  ]);

  return (
    <>
      <Menu
        opened={isOpen}
        onChange={setIsOpen}
        position="bottom-start"
        width={280}
        // A stop without a role has no place in a menu.
        withInitialFocusPlaceholder={false}
      >
        <Menu.Target>
          <Button
            className={classes.button}
            variant="subtle"
            color="gray"
            size="compact-sm"
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            <span className="visually-hidden">{t("web.views.view")} </span>
            <span className={classes.name}>{current?.name ?? t("web.views.all")}</span>
            {isChanged && <span className={classes.modified}>· {t("web.views.modified")}</span>}
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={classes.dropdown}>
          <ViewItems views={views} commands={commands} />
          <Menu.Divider />
          <CommandItems
            views={views}
            commands={commands}
            isChanged={isChanged}
            onName={(view) => setNaming({ view })}
          />
        </Menu.Dropdown>
      </Menu>
      {current && current.leftOut.length > 0 && <LeftOutNote view={current} filters={props.filters} />}
      {naming && <NameViewDialog view={naming.view} commands={commands} onClose={() => setNaming(null)} />}
    </>
  );
}

function ViewItems({ views, commands }: { readonly views: Views; readonly commands: ViewCommands }) {
  const t = useT();
  const own = views.all.filter(({ shared }) => !shared);
  const shared = views.all.filter((view) => view.shared);
  const parts: readonly (readonly [TextKey, readonly SavedView[]])[] = [
    ["web.views.own", own],
    ["web.views.shared", shared],
  ];
  return (
    <>
      <ViewItem
        name={t("web.views.all")}
        isCurrent={views.current === null}
        isDefault={false}
        onChoose={() => commands.show(null)}
      />
      {parts.map(
        ([titleKey, some]) =>
          some.length > 0 && (
            <Fragment key={titleKey}>
              <Menu.Label>{t(titleKey)}</Menu.Label>
              {some.map((view) => (
                <ViewItem
                  key={view.id}
                  name={view.name}
                  isCurrent={view === views.current}
                  isDefault={view.isDefault}
                  onChoose={() => commands.show(view)}
                />
              ))}
            </Fragment>
          ),
      )}
    </>
  );
}

function ViewItem(props: {
  readonly name: string;
  readonly isCurrent: boolean;
  readonly isDefault: boolean;
  readonly onChoose: () => void;
}) {
  const t = useT();
  return (
    <Menu.Item
      aria-current={props.isCurrent || undefined}
      leftSection={
        <IconCheck size={16} stroke={2} aria-hidden visibility={props.isCurrent ? "visible" : "hidden"} />
      }
      rightSection={
        props.isDefault && (
          <IconStarFilled
            size={13}
            role="img"
            aria-label={t("web.views.isDefault")}
            className={classes.star}
          />
        )
      }
      onClick={props.onChoose}
    >
      <span className={classes.item}>{props.name}</span>
    </Menu.Item>
  );
}

function CommandItems(props: {
  readonly views: Views;
  readonly commands: ViewCommands;
  readonly isChanged: boolean;
  readonly onName: (view: SavedView | null) => void;
}) {
  const t = useT();
  const may = useMay();
  const { commands, isChanged } = props;
  const { current, preset } = props.views;
  const mayChange = current !== null && (!current.shared || may("setup.write"));
  return (
    <>
      {current && isChanged && mayChange && (
        <Menu.Item
          leftSection={<IconDeviceFloppy size={16} stroke={1.6} aria-hidden />}
          onClick={() => void commands.save(current)}
        >
          {t("web.views.save")}
        </Menu.Item>
      )}
      {current && isChanged && (
        <Menu.Item
          leftSection={<IconLayoutList size={16} stroke={1.6} aria-hidden />}
          onClick={() => commands.show(current)}
        >
          {t("web.views.discard")}
        </Menu.Item>
      )}
      <Menu.Item
        leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />}
        onClick={() => props.onName(null)}
      >
        {t("web.views.saveAs")}
      </Menu.Item>
      {current &&
        (current.isDefault ? (
          <Menu.Item
            leftSection={<IconStarOff size={16} stroke={1.6} aria-hidden />}
            onClick={() => void commands.clearDefault(current)}
          >
            {t("web.views.clearDefault")}
          </Menu.Item>
        ) : (
          <Menu.Item
            leftSection={<IconStar size={16} stroke={1.6} aria-hidden />}
            onClick={() => void commands.setDefault(current, preset)}
          >
            {t("web.views.setDefault")}
          </Menu.Item>
        ))}
      {!current && preset && (
        <Menu.Item
          leftSection={<IconStarOff size={16} stroke={1.6} aria-hidden />}
          onClick={() => void commands.clearDefault(preset)}
        >
          {t("web.views.clearDefault")}
        </Menu.Item>
      )}
      {current && mayChange && (
        <>
          <Menu.Item
            leftSection={<IconPencil size={16} stroke={1.6} aria-hidden />}
            onClick={() => props.onName(current)}
          >
            {t("web.views.rename")}
          </Menu.Item>
          {may("setup.write") && (
            <Menu.Item
              leftSection={
                current.shared ? (
                  <IconUser size={16} stroke={1.6} aria-hidden />
                ) : (
                  <IconUsers size={16} stroke={1.6} aria-hidden />
                )
              }
              onClick={() => void commands.share(current, !current.shared)}
            >
              {t(current.shared ? "web.views.keep" : "web.views.share")}
            </Menu.Item>
          )}
          <Menu.Item
            color="var(--mantine-color-error)"
            leftSection={<IconTrash size={16} stroke={1.6} aria-hidden />}
            onClick={() => void commands.remove(current, true)}
          >
            {t("web.views.delete")}
          </Menu.Item>
        </>
      )}
    </>
  );
}

/** What the view names and is not there any more. */
function LeftOutNote({ view, filters }: { readonly view: SavedView; readonly filters: readonly Filter[] }) {
  const t = useT();
  const nameOf = (parameter: string) => {
    const filter = filters.find((candidate) => parametersOf(candidate).includes(parameter));
    return filter ? t(filter.labelKey) : parameter === "sort" ? t("web.views.order") : parameter;
  };
  const what = view.leftOut.map(({ parameter, value }) => `${nameOf(parameter)} ${value}`).join(", ");
  return <StatusBadge tone="warning">{t("web.views.leftOut", { what })}</StatusBadge>;
}
