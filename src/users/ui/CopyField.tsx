import { Button, CopyButton, Group, TextInput } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useT } from "#web/i18n.ts";

/** A text to be taken somewhere else, such as a secret that is shown once, with a button that copies it. */
export function CopyField(props: {
  readonly label: string;
  readonly value: string;
  readonly copyLabel: string;
  /** What the dialog is for: its button has the focus. `quiet` is for what stands beside. */
  readonly tone?: "main" | "quiet";
}) {
  const isMain = (props.tone ?? "main") === "main";
  const t = useT();
  return (
    <Group gap={6} align="flex-end" wrap="nowrap">
      <TextInput
        label={props.label}
        value={props.value}
        readOnly
        flex={1}
        styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)", fontSize: 12 } }}
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyButton value={props.value} timeout={3_000}>
        {({ copied, copy }) => (
          <>
            <span className="visually-hidden" role="status">
              {copied ? t("users.link.copied") : null}
            </span>
            <Button
              size="sm"
              h={32}
              style={{ flexShrink: 0 }}
              variant={isMain ? "filled" : "default"}
              {...(isMain && { "data-autofocus": true })}
              {...(!isMain && { "aria-label": `${props.copyLabel}: ${props.label}` })}
              leftSection={
                copied ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} stroke={1.7} aria-hidden />
              }
              onClick={copy}
            >
              {copied ? t("users.link.copied") : props.copyLabel}
            </Button>
          </>
        )}
      </CopyButton>
    </Group>
  );
}
