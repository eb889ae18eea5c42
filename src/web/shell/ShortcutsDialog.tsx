import { Group, SimpleGrid, Stack, Switch, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { type ActionScope, useActiveActions } from "../action-registry.ts";
import { useT } from "../i18n.ts";
import { useSingleKeys } from "../use-shortcuts.ts";
import { Dialog } from "../widgets/Dialog.tsx";
import { ShortcutKeys } from "../widgets/ShortcutKeys.tsx";

/** Every shortcut that works at the moment, and the switch that turns those of a single letter off. */
export default function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const [areOn, setAreOn] = useSingleKeys();
  return (
    <Dialog onClose={onClose} title={t("web.shortcuts.title")} size="lg">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xl">
        <ScopeKeys title={t("web.shortcuts.everywhere")} scope="everywhere" />
        <Stack gap="lg">
          <ScopeKeys title={t("web.shortcuts.here")} scope="here" />
          <KeyGroup title={t("web.shortcuts.lists")}>
            <KeyLine label={t("web.shortcuts.listMove")} shortcut="↑+↓" />
            <KeyLine label={t("web.shortcuts.listOpen")} shortcut="Enter" />
            <KeyLine label={t("web.shortcuts.listSelect")} shortcut="Space" />
            <KeyLine label={t("web.shortcuts.listMenu")} shortcut="shift+F10" />
          </KeyGroup>
        </Stack>
      </SimpleGrid>
      <Switch
        mt="xl"
        checked={areOn}
        onChange={(event) => setAreOn(event.currentTarget.checked)}
        label={t("web.shortcuts.singleKeys")}
        description={t("web.shortcuts.singleKeysText")}
      />
    </Dialog>
  );
}

function ScopeKeys(props: { readonly title: string; readonly scope: ActionScope }) {
  const t = useT();
  const actions = useActiveActions().filter(
    ({ scope, shortcut }) => scope === props.scope && shortcut !== undefined,
  );
  if (actions.length === 0) return null;
  return (
    <KeyGroup title={props.title}>
      {actions.map(({ key, labelKey, shortcut = "", alias }) => (
        <KeyLine key={key} label={t(labelKey)} shortcut={shortcut} alias={alias} />
      ))}
    </KeyGroup>
  );
}

function KeyGroup(props: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <Title order={3} mb="xs">
        {props.title}
      </Title>
      <Stack gap={6}>{props.children}</Stack>
    </section>
  );
}

function KeyLine(props: {
  readonly label: string;
  readonly shortcut: string;
  readonly alias?: string | undefined;
}) {
  return (
    <Group justify="space-between" wrap="nowrap" gap="md">
      <Text size="sm">{props.label}</Text>
      <Group gap="xs" wrap="nowrap">
        {props.alias !== undefined && <ShortcutKeys shortcut={props.alias} />}
        <ShortcutKeys shortcut={props.shortcut} />
      </Group>
    </Group>
  );
}
