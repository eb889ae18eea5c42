import { Select } from "@mantine/core";
import type { ReactNode } from "react";
import { useT } from "#web/i18n.ts";

/** One of many known values, found by typing; a value always stands. */
export function SearchSelect(props: {
  readonly label: string;
  readonly description?: ReactNode;
  readonly data: readonly { readonly value: string; readonly label: string }[];
  readonly value: string | null;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly error?: ReactNode;
}) {
  const t = useT();
  return (
    <Select
      label={props.label}
      description={props.description}
      error={props.error}
      data={[...props.data]}
      value={props.value}
      searchable
      allowDeselect={false}
      limit={80}
      nothingFoundMessage={t("web.lookup.nothing")}
      onChange={(value) => value !== null && props.onChange(value)}
      {...(props.onBlur ? { onBlur: props.onBlur } : {})}
    />
  );
}
