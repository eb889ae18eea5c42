import { IconChevronRight } from "@tabler/icons-react";
import { type ReactNode, useId } from "react";
import { type TextKey, useT } from "../i18n.ts";
import { useSetting } from "../stored-setting.ts";
import classes from "./CardPage.module.css";

/** A group of a card that folds away; folded, it says in one line what it holds. */
export function CardGroup(props: {
  /** Unique in the program, such as `contacts.communication`: the reader's choice is kept under it. */
  readonly name: string;
  readonly titleKey: TextKey;
  /** The line shown while the group is folded: its most telling values. */
  readonly summary?: ReactNode;
  readonly startsFolded?: boolean;
  /** Fields stand in columns; `plain` leaves the layout to the content, for a timeline or a list. */
  readonly layout?: "fields" | "plain";
  readonly children: ReactNode;
}) {
  const t = useT();
  const id = useId();
  const { layout = "fields", startsFolded = false } = props;
  const [isFolded, setIsFolded] = useSetting(`folded.${props.name}`, startsFolded);
  return (
    <section className={classes.group} aria-labelledby={`${id}-title`}>
      <h2 style={{ margin: 0, fontSize: "inherit" }}>
        <button
          type="button"
          className={classes.groupHead}
          aria-expanded={!isFolded}
          aria-controls={id}
          onClick={() => setIsFolded(!isFolded)}
        >
          <IconChevronRight size={15} stroke={2} aria-hidden />
          <span className={classes.groupTitle} id={`${id}-title`}>
            {t(props.titleKey)}
          </span>
          {isFolded && <span className={classes.groupSummary}>{props.summary}</span>}
        </button>
      </h2>
      <div id={id} hidden={isFolded}>
        {!isFolded && (
          <div className={layout === "fields" ? classes.fields : undefined}>{props.children}</div>
        )}
      </div>
    </section>
  );
}
