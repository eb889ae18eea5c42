import { Text } from "@mantine/core";
import { type TextKey, useT } from "#web/i18n.ts";
import type { DifferingField } from "../../sync/sync.rules.ts";
import classes from "../parties.module.css";

/** What linking overwrites: the values of both sides, those that go struck through. */
export function Differences(props: {
  readonly differing: readonly DifferingField[];
  readonly master: "contact" | "party";
}) {
  const t = useT();
  const { differing, master } = props;
  if (differing.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t("parties.link.same")}
      </Text>
    );
  const shown = (value: string | null, isOverwritten: boolean) => (
    <td className={isOverwritten && value !== null ? classes.overwritten : undefined}>
      {value ?? <span className={classes.dim}>{t("parties.link.blank")}</span>}
    </td>
  );
  return (
    <table className={classes.values}>
      <caption style={{ textAlign: "start", fontSize: 13, paddingBottom: 4 }}>
        {t("parties.link.differing", { count: differing.length })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t("parties.link.field")}</th>
          <th scope="col">{t("parties.link.ofContact")}</th>
          <th scope="col">{t("parties.link.ofParty")}</th>
        </tr>
      </thead>
      <tbody>
        {differing.map(({ field, contact, party }) => (
          <tr key={field}>
            <th scope="row">{t(`fields.${field}` as TextKey)}</th>
            {shown(contact, master === "party")}
            {shown(party, master === "contact")}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
