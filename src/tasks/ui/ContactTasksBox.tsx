import { ActionIcon, Anchor, Group, Text } from "@mantine/core";
import { IconCircle } from "@tabler/icons-react";
import type { QueryClient } from "@tanstack/react-query";
import { RecordLink } from "#interactions/ui/index.ts";
import { listTasks } from "#tasks/tasks.contract.ts";
import { FactBox } from "#web/card/FactBox.tsx";
import { openDialog } from "#web/dialogs.ts";
import { useT } from "#web/i18n.ts";
import { endpointQuery, useEndpoint } from "#web/query.ts";
import { useMay } from "#web/session.ts";
import { useUi } from "#web/ui.ts";
import { useFormat } from "#web/use-format.ts";
import { complete } from "./actions.ts";
import { taskHref, taskListHref } from "./addresses.ts";
import { isOverdue } from "./TaskBadges.tsx";
import { whenOf } from "./use-when.ts";

export interface BoxContact {
  readonly no: string;
  readonly name: string | null;
  readonly type: "company" | "person";
  readonly salespersonCode: string | null;
  /** Nothing new may be recorded. */
  readonly isBlocked: boolean;
}

const shown = 4;

function queryOf(aboutContactNo: string) {
  return { query: { aboutContactNo, closed: "false", limit: String(shown + 1) } } as const;
}

/** Asks for them while the contact itself is still on its way. */
export function prefetchTasks(queries: QueryClient, contactNo: string): void {
  void queries.prefetchQuery(endpointQuery(listTasks, queryOf(contactNo)));
}

/** What is to be done next about a contact, of a company also about its people; one click marks it as done. */
export function ContactTasksBox({ contact }: { readonly contact: BoxContact }) {
  const t = useT();
  const ui = useUi();
  const format = useFormat();
  const may = useMay();
  const scope = {
    [contact.type === "company" ? "contactCompanyNo" : "contactNo"]: contact.no,
    closed: "false",
  } as const;
  const { data } = useEndpoint(listTasks, queryOf(contact.no), { enabled: may("tasks.read") });
  const mayWrite = may("tasks.write");
  const mayCreate = mayWrite && !contact.isBlocked;
  if (!data || (data.items.length === 0 && !mayCreate)) return null;
  return (
    <FactBox titleKey="tasks.next">
      {data.items.slice(0, shown).map((task) => (
        <Group key={task.no} gap={6} wrap="nowrap" align="flex-start" mb={6}>
          {mayWrite && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size={24}
              title={t("tasks.complete")}
              aria-label={t("tasks.completeNamed", { name: task.description })}
              onClick={() => void complete(task, ui)}
            >
              <IconCircle size={16} stroke={1.6} aria-hidden />
            </ActionIcon>
          )}
          <div style={{ minWidth: 0 }}>
            <Text size="sm" component="div" truncate>
              <RecordLink to={taskHref(task.no)}>{task.description}</RecordLink>
            </Text>
            <Text
              size="xs"
              component="div"
              truncate
              c={isOverdue(task, format.today()) ? "var(--rp-danger-text)" : "dimmed"}
            >
              {[
                whenOf(task, format, format.relativeDay),
                task.contactNo === contact.no ? null : task.contactName,
                task.salespersonName,
              ]
                .filter(Boolean)
                .join(" · ")}
            </Text>
          </div>
        </Group>
      ))}
      {data.items.length > shown && (
        <Text size="sm" component="div">
          <RecordLink to={taskListHref(scope)}>{t("web.actions.showAll")}</RecordLink>
        </Text>
      )}
      {mayCreate && (
        <Anchor
          component="button"
          type="button"
          size="sm"
          onClick={() => openDialog("tasks.new", { contact, salespersonCode: contact.salespersonCode })}
        >
          {t("tasks.new")}
        </Anchor>
      )}
    </FactBox>
  );
}
