import type { ReactNode } from "react";
import { type TextKey, useT } from "../i18n.ts";
import classes from "./CardPage.module.css";

/** A few related facts at the side of a card. */
export function FactBox(props: { readonly titleKey: TextKey; readonly children: ReactNode }) {
  const t = useT();
  return (
    <section className={classes.factBox}>
      <h2 className={classes.factTitle}>{t(props.titleKey)}</h2>
      {props.children}
    </section>
  );
}

/** Facts as name and value. */
export function FactList({ children }: { readonly children: ReactNode }) {
  return <dl style={{ margin: 0 }}>{children}</dl>;
}

/** One fact; without a value it is left out. */
export function Fact(props: { readonly label: string; readonly children: ReactNode }) {
  const { children } = props;
  if (children === null || children === undefined || children === "" || children === false) return null;
  return (
    <div className={classes.fact}>
      <dt>{props.label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
