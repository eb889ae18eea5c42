import { Text } from "@mantine/core";
import { type Import, listImportReasons } from "#imports/imports.contract.ts";
import { useT } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import { useFormat } from "#web/use-format.ts";
import { StatusBadge } from "#web/widgets/StatusBadge.tsx";
import classes from "./ImportSteps.module.css";

/** The problems of a run by what they are: the same fault in a thousand rows is one line. */
export function ImportReasons({ record }: { readonly record: Import }) {
  const t = useT();
  const format = useFormat();
  const { data } = useEndpoint(listImportReasons, { params: { id: record.id } });
  if (!data || data.items.length < 2) return null;
  return (
    <section aria-label={t("imports.result.reasons")}>
      <h3 className={classes.subtitle}>{t("imports.result.reasons")}</h3>
      <Text size="sm" c="dimmed" mb="xs">
        {t("imports.result.reasonsText")}
      </Text>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t("imports.result.rows")}</th>
            <th scope="col">
              <span className="visually-hidden">{t("imports.preview.action")}</span>
            </th>
            <th scope="col">{t("imports.result.what")}</th>
          </tr>
        </thead>
        <tbody>
          {data.items.map(({ isWarning, field, code, count, example }) => (
            <tr key={`${isWarning} ${field} ${code}`}>
              <td className={classes.figure}>{format.number(count)}</td>
              <td>
                <StatusBadge tone={isWarning ? "warning" : "danger"}>
                  {t(isWarning ? "imports.result.warning" : "imports.result.error")}
                </StatusBadge>
              </td>
              <td>{example}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
