import { ActionIcon, Button, Group, Stack, Text } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import {
  addOpportunityComment,
  deleteOpportunityComment,
  listOpportunityComments,
} from "#opportunities/opportunities.contract.ts";
import { TextAreaField } from "#web/fields/TextField.tsx";
import { useT } from "#web/i18n.ts";
import { useAction, useEndpoint } from "#web/query.ts";
import { useMay } from "#web/session.ts";
import { useUi } from "#web/ui.ts";
import { useFormat } from "#web/use-format.ts";

/** What was noted about an opportunity; an interaction it was made of has brought its own comments along. */
export function OpportunityComments({ no }: { readonly no: string }) {
  const t = useT();
  const ui = useUi();
  const format = useFormat();
  const mayWrite = useMay()("opportunities.write");
  const { data } = useEndpoint(listOpportunityComments, { params: { no } });
  const [text, setText] = useState<string | null>(null);
  const add = useAction(addOpportunityComment, { onDone: () => setText(null) });
  return (
    <Stack gap="sm" maw={720}>
      {data?.items.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("opportunities.noComments")}
        </Text>
      )}
      {data?.items.map((comment) => (
        <Group key={comment.lineNo} justify="space-between" align="flex-start" wrap="nowrap">
          <div>
            <Text size="sm" style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }}>
              {comment.text}
            </Text>
            <Text size="xs" c="dimmed">
              {[comment.author, comment.date && format.date(comment.date)].filter(Boolean).join(" · ")}
            </Text>
          </div>
          {mayWrite && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t("opportunities.deleteComment", { text: comment.text.slice(0, 40) })}
              onClick={() =>
                void ui.call(deleteOpportunityComment, {
                  params: { no, lineNo: String(comment.lineNo) },
                })
              }
            >
              <IconTrash size={16} stroke={1.6} aria-hidden />
            </ActionIcon>
          )}
        </Group>
      ))}
      {mayWrite && (
        <>
          <TextAreaField
            label={t("opportunities.newComment")}
            minRows={2}
            maxLength={2_000}
            value={text}
            onChange={setText}
          />
          <Group>
            <Button
              variant="default"
              size="compact-md"
              disabled={text === null || text.trim() === ""}
              loading={add.isPending}
              onClick={() => text !== null && add.mutate({ params: { no }, body: { text } })}
            >
              {t("opportunities.addComment")}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}
