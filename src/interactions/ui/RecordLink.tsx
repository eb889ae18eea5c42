import { Anchor } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

/** The way to another record, in a line of text or among facts. */
export function RecordLink(props: {
  readonly to: string;
  readonly title?: string;
  readonly children: ReactNode;
}) {
  return (
    <Anchor
      component={Link}
      inherit
      to={props.to}
      {...(props.title === undefined ? {} : { title: props.title })}
    >
      {props.children}
    </Anchor>
  );
}
