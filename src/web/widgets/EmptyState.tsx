import { Stack, Text } from "@mantine/core";
import { IconInbox, type TablerIcon } from "@tabler/icons-react";
import type { ReactNode } from "react";

/** Nothing is there: says so and what to do next. */
export function EmptyState(props: {
  readonly title: string;
  readonly text?: string;
  readonly icon?: TablerIcon;
  /** The next step, usually a button. */
  readonly children?: ReactNode;
}) {
  const { icon: Icon = IconInbox } = props;
  return (
    <Stack align="center" gap={6} px="md" py={48} ta="center" role="status">
      <Icon size={28} stroke={1.3} color="var(--mantine-color-dimmed)" aria-hidden />
      <Text fw={600}>{props.title}</Text>
      {props.text !== undefined && (
        <Text size="sm" c="dimmed" maw={420}>
          {props.text}
        </Text>
      )}
      {props.children && <div style={{ marginTop: 10 }}>{props.children}</div>}
    </Stack>
  );
}
