import { CloseButton, Combobox, Input, InputBase, Loader, Text, useCombobox } from "@mantine/core";
import { IconPlus, IconSelector } from "@tabler/icons-react";
import { type ReactNode, useEffect, useState } from "react";
import { useT } from "../i18n.ts";
import { type LookupOption, type LookupSource, lookupLimit } from "./lookup.ts";
import { meantOption } from "./meant-option.rules.ts";
import { useLookup } from "./use-lookup.ts";

const createValue = "\u0000create";

export interface LookupFieldProps {
  readonly label: string;
  readonly source: LookupSource;
  /** The stored code or number; `null` is none. */
  readonly value: string | null;
  /** The name that belongs to the value, where the record brings it along. */
  readonly valueLabel?: string | null | undefined;
  onChange(value: string | null, option: LookupOption | null): void;
  readonly onBlur?: (() => void) | undefined;
  readonly error?: ReactNode;
  readonly description?: ReactNode;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
  /** Offers to create what was typed and not found. */
  readonly onCreate?: ((text: string) => void) | undefined;
}

/** Refers to another record: type to search by code or name, choose with the arrows and Enter. */
export function LookupField(props: LookupFieldProps) {
  const t = useT();
  const { value, onChange } = props;
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [words, setWords] = useState<string | null>(null);
  const [known, setKnown] = useState<LookupOption | null>(null);
  const isOpen = combobox.dropdownOpened;
  const { options, isSearching, error } = useLookup(props.source, words ?? "", isOpen);
  const label = known?.value === value ? known?.label : (props.valueLabel ?? undefined);
  const shownValue =
    value === null ? "" : label === undefined || label === value ? value : `${label} (${value})`;

  const [isEnterWaiting, setIsEnterWaiting] = useState(false);

  // Enter pressed while the answer was on its way takes the answer's first option, not one of former words.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at whenever an answer has come
  useEffect(() => {
    if (!isOpen || !words || isSearching) return;
    if (isEnterWaiting && options[0]) choose(options[0].value);
    else combobox.selectFirstOption();
    setIsEnterWaiting(false);
  }, [options, isOpen, isSearching]);

  function take(option: LookupOption | null): void {
    setKnown(option);
    onChange(option?.value ?? null, option);
  }

  function choose(chosen: string): void {
    if (chosen === createValue) props.onCreate?.(words?.trim() ?? "");
    else take(options.find((candidate) => candidate.value === chosen) ?? null);
    setWords(null);
    combobox.closeDropdown();
  }

  /** What was typed and can only mean one record is that one, as if it had been chosen. */
  function leave(): void {
    combobox.closeDropdown();
    if (words?.trim() === "" && value !== null) onChange(null, null);
    const meant =
      isOpen && words !== null && !isSearching
        ? meantOption(words, options, {
            onlyExact: props.onCreate !== undefined || !props.source.takesOnlyOne,
          })
        : null;
    if (meant && meant.value !== value) take(meant);
    setWords(null);
    props.onBlur?.();
  }

  const canCreate = props.onCreate && words && words.trim() !== "" && !isSearching;
  return (
    <Combobox store={combobox} onOptionSubmit={choose} withinPortal>
      <Combobox.Target>
        <InputBase
          label={props.label}
          description={props.description}
          error={props.error}
          required={props.required ?? false}
          disabled={props.disabled ?? false}
          {...(props.autoFocus ? { "data-autofocus": true, autoFocus: true } : {})}
          size="sm"
          placeholder={t("web.lookup.placeholder")}
          value={words ?? shownValue}
          rightSectionPointerEvents={value !== null && !props.disabled ? "all" : "none"}
          rightSection={
            isOpen && isSearching ? (
              <Loader size={14} />
            ) : value !== null && !props.disabled ? (
              <CloseButton
                size={24}
                iconSize={14}
                tabIndex={-1}
                aria-label={t("web.lookup.clear", { label: props.label })}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onChange(null, null)}
              />
            ) : (
              <IconSelector size={15} stroke={1.6} aria-hidden />
            )
          }
          onChange={(event) => {
            setWords(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || !isOpen || !words || !isSearching) return;
            event.preventDefault();
            event.stopPropagation();
            setIsEnterWaiting(true);
          }}
          onClick={() => combobox.openDropdown()}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={leave}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!isOpen}>
        <Combobox.Options mah={280} style={{ overflowY: "auto" }}>
          {options.map((option) => (
            <Combobox.Option key={option.value} value={option.value} active={option.value === value}>
              <LookupLine option={option} />
            </Combobox.Option>
          ))}
          {canCreate && (
            <Combobox.Option value={createValue}>
              <IconPlus size={14} aria-hidden /> {t("web.lookup.create", { text: words.trim() })}
            </Combobox.Option>
          )}
          {options.length === 0 && !isSearching && (
            <Combobox.Empty>{t(error ? "web.lookup.failed" : "web.lookup.nothing")}</Combobox.Empty>
          )}
          {options.length >= lookupLimit && (
            <Input.Description px={10} py={6}>
              {t("web.lookup.more")}
            </Input.Description>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** A record in a list of choices: its name, its code, what else tells it apart. */
export function LookupLine({ option }: { readonly option: LookupOption }) {
  return (
    <div style={{ display: "flex", gap: 8, alignItems: "baseline", minWidth: 0 }}>
      {option.image && (
        <img
          src={option.image}
          alt=""
          width={20}
          height={20}
          loading="lazy"
          style={{ flexShrink: 0, alignSelf: "center", borderRadius: 4, objectFit: "cover" }}
        />
      )}
      <Text size="sm" span truncate>
        {option.label}
      </Text>
      {option.label !== option.value && (
        <Text size="xs" c="dimmed" span style={{ flexShrink: 0 }}>
          {option.value}
        </Text>
      )}
      {option.description !== undefined && (
        <Text size="xs" c="dimmed" span truncate ml="auto">
          {option.description}
        </Text>
      )}
    </div>
  );
}
