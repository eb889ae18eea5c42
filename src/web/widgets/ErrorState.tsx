import { Button, Stack, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useT } from "../i18n.ts";
import { problemText } from "./notify.tsx";

/** A part of a page could not be loaded: says why and offers to try again. */
export function ErrorState(props: { readonly error: unknown; readonly onRetry?: () => void }) {
  const t = useT();
  return (
    <Stack align="center" gap={6} px="md" py={48} ta="center" role="alert">
      <IconAlertTriangle size={28} stroke={1.3} color="var(--mantine-color-error)" aria-hidden />
      <Text fw={600}>{t("web.problems.couldNotLoad")}</Text>
      <Text size="sm" c="dimmed" maw={420}>
        {problemText(props.error)}
      </Text>
      {props.onRetry && (
        <Button variant="default" mt={8} onClick={props.onRetry}>
          {t("web.actions.retry")}
        </Button>
      )}
    </Stack>
  );
}
