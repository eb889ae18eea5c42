import { ActionIcon, Group, Stack, Text } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { LookupField } from "#web/fields/LookupField.tsx";
import { NumberField } from "#web/fields/MoneyField.tsx";
import { useT } from "#web/i18n.ts";
import { answerSource } from "../lookups.ts";
import type { RatingStepProps } from "./rating-draft.ts";

/** Which answers count, and what they are worth. */
export function PointsStep({ draft, change }: RatingStepProps) {
  const t = useT();
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t("questionnaires.wizard.pointsText")}
      </Text>
      {draft.points.map(({ code, label, points }) => (
        <Group key={code} gap={6} wrap="nowrap" align="flex-end">
          <div style={{ flex: 1 }}>
            <NumberField
              label={label}
              decimals={2}
              value={points}
              onChange={(value) =>
                change({
                  points: draft.points.map((one) =>
                    one.code === code ? { ...one, points: value ?? 0 } : one,
                  ),
                })
              }
            />
          </div>
          <ActionIcon
            variant="subtle"
            aria-label={t("questionnaires.points.remove", { answer: label })}
            onClick={() => change({ points: draft.points.filter((one) => one.code !== code) })}
          >
            <IconX size={16} />
          </ActionIcon>
        </Group>
      ))}
      <LookupField
        label={t("questionnaires.points.add")}
        source={answerSource}
        value={null}
        autoFocus
        onChange={(code, option) => {
          if (code === null || draft.points.some((one) => one.code === code)) return;
          change({ points: [...draft.points, { code, label: option?.label ?? code, points: 1 }] });
        }}
      />
    </Stack>
  );
}
