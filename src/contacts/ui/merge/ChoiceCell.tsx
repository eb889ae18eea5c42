import { useT } from "#web/i18n.ts";
import classes from "./merge.module.css";

/** One of two values in a table; the radio buttons of a row are one group, so that the arrow keys choose. */
export function ChoiceCell(props: {
  readonly group: string;
  /** What the values are of. */
  readonly groupLabel: string;
  readonly text: string | null;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}) {
  const t = useT();
  const { text, isChosen } = props;
  const shown = text ?? t("contacts.changes.blank");
  return (
    <td data-chosen={isChosen || undefined}>
      <label className={classes.choice}>
        <input
          type="radio"
          name={props.group}
          checked={isChosen}
          onChange={props.onChoose}
          aria-label={t("contacts.merge.valueOf", { field: props.groupLabel, value: shown })}
        />
        <span className={text === null ? classes.dim : undefined}>{shown}</span>
      </label>
    </td>
  );
}
