import type { TablerIcon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./StatusBadge.module.css";

export type Tone = "neutral" | "info" | "success" | "warning" | "danger";

/** A state in a word. The colour only repeats what the word says. */
export function StatusBadge(props: {
  readonly tone?: Tone;
  readonly icon?: TablerIcon;
  readonly children: ReactNode;
}) {
  const { tone = "neutral", icon: Icon } = props;
  return (
    <span className={`${classes.badge} ${classes[tone]}`}>
      {Icon && <Icon size={12} stroke={2} aria-hidden />}
      {props.children}
    </span>
  );
}
