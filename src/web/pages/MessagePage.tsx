import { Button, Stack, Text, Title } from "@mantine/core";
import type { TablerIcon } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useT } from "../i18n.ts";
import { usePageTitle } from "../page-title.ts";

/** A page that says one thing and leads home. */
export function MessagePage(props: {
  readonly icon: TablerIcon;
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}) {
  const t = useT();
  usePageTitle(props.title);
  return (
    <Stack component="section" align="flex-start" gap="sm" maw={460} mx="auto" px="md" pt="18vh">
      <props.icon size={32} stroke={1.4} color="var(--mantine-color-dimmed)" aria-hidden />
      <Title order={1}>{props.title}</Title>
      <Text c="dimmed">{props.text}</Text>
      <Button.Group mt="sm" style={{ gap: 8 }}>
        {props.children}
        <Button variant="default" renderRoot={(button) => <Link to="/" {...button} />}>
          {t("web.pages.goHome")}
        </Button>
      </Button.Group>
    </Stack>
  );
}
