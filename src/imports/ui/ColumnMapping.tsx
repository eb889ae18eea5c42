import { Select, Text } from "@mantine/core";
import { fieldsOf, type ImportField, type ImportMapping } from "#imports/import-settings.rules.ts";
import type { Import } from "#imports/imports.contract.ts";
import { useT } from "#web/i18n.ts";
import classes from "./ImportSteps.module.css";
import { mapColumn } from "./mapping.rules.ts";

/** Each column of the file with examples and the field it becomes. */
export function ColumnMapping(props: {
  readonly record: Import;
  readonly onChange: (mapping: ImportMapping) => void;
}) {
  const t = useT();
  const { kind, columns, mapping } = props.record;
  const fields = fieldsOf(kind).map((value) => ({ value, label: t(`fields.${value}`) }));
  return (
    <section aria-label={t("imports.mapping.title")}>
      <h2 className={classes.title}>{t("imports.mapping.title")}</h2>
      <Text size="sm" c="dimmed" mb="xs">
        {t("imports.mapping.text")}{" "}
        {t("imports.mapping.mapped", { mapped: Object.keys(mapping).length, total: columns.length })}
      </Text>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t("imports.mapping.column")}</th>
            <th scope="col" className={classes.samples}>
              {t("imports.mapping.samples")}
            </th>
            <th scope="col">{t("imports.mapping.field")}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ index, header, samples }) => {
            const name = header ?? t("imports.mapping.unnamed", { position: index + 1 });
            const field = mapping[String(index)] ?? null;
            return (
              <tr key={index} data-left-out={field === null || undefined}>
                <th scope="row">{name}</th>
                <td className={classes.samples}>
                  {samples.length === 0 ? t("imports.mapping.noValues") : samples.slice(0, 3).join(" · ")}
                </td>
                <td className={classes.field}>
                  <Select
                    aria-label={t("imports.mapping.fieldOf", { column: name })}
                    placeholder={t("imports.mapping.none")}
                    data={fields}
                    value={field}
                    searchable
                    clearable
                    clearButtonProps={{ "aria-label": t("web.lookup.clear", { label: name }) }}
                    nothingFoundMessage={t("web.lookup.nothing")}
                    onChange={(chosen) =>
                      props.onChange(mapColumn(mapping, index, chosen as ImportField | null))
                    }
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
