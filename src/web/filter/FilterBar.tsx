import { Button, CloseButton, Menu, Popover, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconFilter, IconSearch } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useLabels } from "../fields/use-labels.ts";
import { useT } from "../i18n.ts";
import { pageSearchAttribute } from "../shell/frame-actions.ts";
import { readValues, type SearchValues } from "../url-state.ts";
import { useFormat } from "../use-format.ts";
import { chipText } from "./chip-text.ts";
import classes from "./FilterBar.module.css";
import { FilterEditor } from "./FilterEditor.tsx";
import { cleared, type Filter, isSet } from "./filters.ts";

interface FilterBarProps {
  readonly filters: readonly Filter[];
  /** The address line's parameters. */
  readonly search: SearchValues;
  readonly onChange: (values: Record<string, string | undefined>) => void;
  /** Whether the list understands `search`; then a field for words stands first. */
  readonly hasSearch: boolean;
}

/** What narrows the list: words, and one chip per filter that is set. All of it is in the address line. */
export function FilterBar({ filters, search, onChange, hasSearch }: FilterBarProps) {
  const t = useT();
  const [edited, setEdited] = useState<string | null>(null);
  const shown = filters.filter((filter) => isSet(filter, search) || filter.key === edited);
  const others = filters.filter((filter) => !shown.includes(filter));
  if (!hasSearch && filters.length === 0) return null;
  return (
    <search className={classes.bar}>
      {hasSearch && (
        <SearchField value={search.search ?? ""} onChange={(words) => onChange({ search: words })} />
      )}
      {shown.map((filter) => (
        <FilterChip
          key={filter.key}
          filter={filter}
          search={search}
          isOpen={filter.key === edited}
          onOpen={() => setEdited(filter.key)}
          onClose={() => setEdited(null)}
          onChange={onChange}
        />
      ))}
      {others.length > 0 && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              h={28}
              leftSection={<IconFilter size={15} stroke={1.6} aria-hidden />}
            >
              {t("web.filter.add")}
            </Button>
          </Menu.Target>
          <Menu.Dropdown mah={360} style={{ overflowY: "auto" }}>
            {others.map((filter) => (
              // After the menu has given the focus back, or it would take it from the filter's form.
              <Menu.Item key={filter.key} onClick={() => setTimeout(() => setEdited(filter.key), 100)}>
                {t(filter.labelKey)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </search>
  );
}

function FilterChip(props: {
  readonly filter: Filter;
  readonly search: SearchValues;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
  readonly onChange: (values: Record<string, string | undefined>) => void;
}) {
  const t = useT();
  const format = useFormat();
  const { filter, search } = props;
  const name = t(filter.labelKey);
  const labelOf = useLabels(filter.kind === "code" ? filter.source : null, readValues(search[filter.key]));
  return (
    <Popover
      opened={props.isOpen}
      onChange={(isOpen) => !isOpen && props.onClose()}
      position="bottom-start"
      trapFocus
      withRoles={false}
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <span className={classes.chip}>
          <button
            type="button"
            className={classes.chipText}
            aria-expanded={props.isOpen}
            onClick={props.isOpen ? props.onClose : props.onOpen}
          >
            {chipText(filter, search, t, format, labelOf)}
          </button>
          <CloseButton
            size={24}
            iconSize={13}
            mr={1}
            aria-label={t("web.filter.remove", { name })}
            onClick={() => {
              props.onClose();
              props.onChange(cleared(filter));
            }}
          />
        </span>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("web.filter.edit", { name })}>
        <FilterEditor filter={filter} search={search} onChange={props.onChange} onClose={props.onClose} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** The words, written to the address line when one pauses (ms). */
const typingPauseMs = 250;

function SearchField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (words: string) => void;
}) {
  const t = useT();
  const [words, setWords] = useState(value);
  const write = useDebouncedCallback(onChange, typingPauseMs);

  // Going back changes the address line behind the field.
  useEffect(() => setWords(value), [value]);

  return (
    <TextInput
      className={classes.search}
      size="xs"
      type="search"
      aria-label={t("web.filter.search")}
      placeholder={t("web.filter.search")}
      leftSection={<IconSearch size={14} stroke={1.8} aria-hidden />}
      {...{ [pageSearchAttribute]: true }}
      value={words}
      onChange={(event) => {
        setWords(event.currentTarget.value);
        write(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape" && words !== "") {
          setWords("");
          onChange("");
        }
        if (event.key === "ArrowDown" || event.key === "Enter") {
          event.preventDefault();
          document.querySelector<HTMLElement>("[role=grid]")?.focus();
        }
      }}
    />
  );
}
