import { Loader, Modal, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { type KeyboardEvent, useEffect, useId, useState } from "react";
import { useActiveActions } from "../action-registry.ts";
import { Part } from "../grid/Part.tsx";
import { useT } from "../i18n.ts";
import { useSetting } from "../stored-setting.ts";
import { useUi } from "../ui.ts";
import type { PaletteItem } from "../ui-module.ts";
import { ShortcutKeys } from "../widgets/ShortcutKeys.tsx";
import classes from "./Palette.module.css";
import { hasWords, type PaletteGroup, useSourceGroups } from "./palette-search.ts";

interface RecentItem {
  readonly id: string;
  readonly label: string;
  readonly description?: string | undefined;
  readonly href: string;
}

interface Entry extends PaletteItem {
  readonly shortcut?: string | undefined;
}

const noRecents: readonly RecentItem[] = [];
const maxRecents = 6;

/** One field for everything: names, numbers, pages, commands. Works by keyboard alone. */
export default function Palette({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const ui = useUi();
  const listId = useId();
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState(0);
  const [recents, keepRecents] = useSetting<readonly RecentItem[]>("recent", noRecents);
  const [asked] = useDebouncedValue(words.trim(), 120);
  const { groups: found, isSearching } = useSourceGroups(asked, ui, t);
  const groups = [
    ...(words.trim() === "" ? [{ key: "recent", title: t("web.palette.recent"), items: recents }] : []),
    ...found,
    { key: "commands", title: t("web.palette.commands"), items: useCommands(words) },
  ].filter((group) => group.items.length > 0 || ("hasFailed" in group && group.hasFailed));
  const entries: Entry[] = groups.flatMap(({ key, items }) =>
    items.map((item) => ({ ...item, id: `${key}:${item.id}` })),
  );
  const current = entries[Math.min(chosen, entries.length - 1)];

  // Enter pressed while the answers are on their way takes effect on the answers, not on those of former words.
  const isWaiting = isSearching || asked !== words.trim();
  const [waitingEnter, setWaitingEnter] = useState<"plain" | "alternate" | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at when the last answer has come
  useEffect(() => {
    if (isWaiting || waitingEnter === null) return;
    setWaitingEnter(null);
    if (current) open(current, waitingEnter === "alternate");
  }, [isWaiting, waitingEnter]);

  function open(entry: Entry, isAlternate: boolean): void {
    onClose();
    const { href, label, description } = entry;
    if (href !== undefined) {
      const fresh = { id: href, label, description, href };
      keepRecents([fresh, ...recents.filter((recent) => recent.href !== href)].slice(0, maxRecents));
    }
    // After the dialog is gone, so that what opens next keeps the focus.
    setTimeout(() => {
      if (isAlternate && entry.alternate) entry.alternate.run();
      else if (entry.run) entry.run();
      else if (href !== undefined) ui.go(href);
    });
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && entries.length > 0) {
      event.preventDefault();
      setChosen((Math.min(chosen, entries.length - 1) + step + entries.length) % entries.length);
    } else if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      if (isWaiting) setWaitingEnter(event.shiftKey ? "alternate" : "plain");
      else if (current) open(current, event.shiftKey);
    }
  }

  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      centered={false}
      yOffset="12vh"
      size={620}
      padding={0}
      aria-label={t("web.palette.title")}
    >
      <TextInput
        data-autofocus
        size="lg"
        classNames={{ input: classes.input }}
        placeholder={t("web.palette.placeholder")}
        aria-label={t("web.palette.title")}
        leftSection={<IconSearch size={18} stroke={1.6} aria-hidden />}
        rightSection={
          isSearching ? <Loader size={16} role="status" aria-label={t("web.palette.searching")} /> : null
        }
        role="combobox"
        aria-expanded={entries.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={current ? `${listId}-${current.id}` : undefined}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          setChosen(0);
          setWaitingEnter(null);
        }}
        onKeyDown={onKeyDown}
      />
      {entries.length === 0 && !isSearching && words !== "" && (
        <div className={classes.empty} role="status">
          {t("web.palette.nothing")}
        </div>
      )}
      <Part className={classes.list} role="listbox" id={listId} aria-label={t("web.palette.title")}>
        {groups.map((group) => (
          <Group
            key={group.key}
            group={group}
            current={current}
            listId={listId}
            onPoint={(id) => setChosen(entries.findIndex((entry) => entry.id === id))}
            onOpen={open}
          />
        ))}
      </Part>
      <div className={classes.foot}>
        {[
          current && (current.enterHint ?? t("web.palette.enterOpens")),
          current?.alternate?.hint,
          t("web.palette.keys"),
        ]
          .filter((part) => part !== undefined)
          .join(" · ")}
      </div>
    </Modal>
  );
}

function Group(props: {
  readonly group: PaletteGroup;
  readonly current: Entry | undefined;
  readonly listId: string;
  readonly onPoint: (id: string) => void;
  readonly onOpen: (entry: Entry, isAlternate: boolean) => void;
}) {
  const t = useT();
  const { group, listId } = props;
  return (
    <Part role="group" aria-label={group.title}>
      <div className={classes.groupTitle} aria-hidden>
        {group.hasFailed ? t("web.palette.failed", { source: group.title }) : group.title}
      </div>
      {group.items.map((item) => {
        const entry: Entry = { ...item, id: `${group.key}:${item.id}` };
        const isCurrent = entry.id === props.current?.id;
        return (
          <Part
            key={entry.id}
            id={`${listId}-${entry.id}`}
            role="option"
            aria-selected={isCurrent}
            className={classes.option}
            ref={isCurrent ? (node) => node?.scrollIntoView({ block: "nearest" }) : undefined}
            onMouseMove={() => {
              if (!isCurrent) props.onPoint(entry.id);
            }}
            onClick={(event) => props.onOpen(entry, event.shiftKey)}
          >
            {entry.icon && (
              <entry.icon size={17} stroke={1.6} color="var(--mantine-color-dimmed)" aria-hidden />
            )}
            <span className={classes.label}>{entry.label}</span>
            <span className={classes.description}>{entry.description}</span>
            {entry.shortcut !== undefined && <ShortcutKeys shortcut={entry.shortcut} />}
          </Part>
        );
      })}
    </Part>
  );
}

/** The actions on offer whose names have the words; the palette's own way in is left out. */
function useCommands(words: string): Entry[] {
  const t = useT();
  return useActiveActions()
    .filter(({ key }) => key !== "web.palette")
    .toSorted((a, b) => Number(b.scope === "here") - Number(a.scope === "here"))
    .map(({ key, labelKey, hint, icon, shortcut, run }) => ({
      id: key,
      label: hint ?? t(labelKey),
      enterHint: t("web.palette.enterRuns"),
      icon,
      shortcut,
      run,
    }))
    .filter(({ label }) => words.trim() === "" || hasWords(label, words));
}
