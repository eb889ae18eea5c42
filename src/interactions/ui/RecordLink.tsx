import { Anchor } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

/** The way to another record, in a line of text or among facts. */
export function RecordLink(props: {
  readonly to: string;
  readonly title?: string;
  /** Among words of the same line: underlined, so that not its colour alone tells it from them. */
  readonly isAmongWords?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <Anchor
      component={Link}
      inherit
      underline={props.isAmongWords ? "always" : "hover"}
      to={props.to}
      {...(props.title === undefined ? {} : { title: props.title })}
    >
      {props.children}
    </Anchor>
  );
}
