import { Skeleton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import classes from "./StatTile.module.css";

/** One figure that matters, and the way to the entries behind it. */
export function StatTile(props: {
  readonly label: string;
  /** Formatted; `undefined` while it is on its way. */
  readonly value: ReactNode | undefined;
  readonly note?: ReactNode;
  /** Address of the list with the filters that give this very figure. */
  readonly href?: string;
}) {
  const content = (
    <>
      <div className={classes.label}>{props.label}</div>
      <div className={classes.value}>
        {props.value === undefined ? <Skeleton height={22} width={64} my={4} /> : props.value}
      </div>
      {props.note !== undefined && <div className={classes.note}>{props.note}</div>}
    </>
  );
  if (props.href === undefined) return <div className={classes.tile}>{content}</div>;
  return (
    <Link className={classes.tile} to={props.href}>
      {content}
    </Link>
  );
}
