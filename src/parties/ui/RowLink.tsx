import { Link } from "@tanstack/react-router";
import type { MouseEvent, ReactNode } from "react";
import classes from "./parties.module.css";

/** A link within a row that itself opens something else. */
export function RowLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  const stop = (event: MouseEvent) => event.stopPropagation();
  return (
    <Link className={classes.link} to={href} onClick={stop}>
      {children}
    </Link>
  );
}
