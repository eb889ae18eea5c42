import { Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useT } from "../i18n.ts";
import { usePageTitle } from "../page-title.ts";
import classes from "./PageHeading.module.css";

/** One step of the way to a page. */
export interface Crumb {
  readonly label: string;
  readonly to: string;
}

/** The title of a page with the way to it, its states and its actions; also names the document. */
export function PageHeading(props: {
  readonly title: string;
  readonly path?: readonly Crumb[];
  readonly badges?: ReactNode;
  /** Before the title. */
  readonly picture?: ReactNode;
  /** One line under the title: who or what this is. */
  readonly subtitle?: ReactNode;
  /** Buttons at the right, usually an `ActionBar`. */
  readonly children?: ReactNode;
}) {
  const t = useT();
  usePageTitle(props.title);
  return (
    <div className={classes.heading}>
      {props.picture}
      <div className={classes.text}>
        {props.path && props.path.length > 0 && (
          <nav aria-label={t("web.nav.path")}>
            <ol className={classes.path}>
              {props.path.map((crumb) => (
                <li key={crumb.to}>
                  <Link to={crumb.to}>{crumb.label}</Link> <span aria-hidden>›</span>
                </li>
              ))}
            </ol>
          </nav>
        )}
        <div className={classes.titleLine}>
          <Title order={1}>{props.title}</Title>
          {props.badges}
        </div>
        {props.subtitle !== undefined && (
          <Text size="sm" c="dimmed" component="div">
            {props.subtitle}
          </Text>
        )}
      </div>
      {props.children}
    </div>
  );
}
