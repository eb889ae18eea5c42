import { Button, Text } from "@mantine/core";
import { endOwnSession, listOwnSessions, type OwnSession } from "#users/session.contract.ts";
import { type Translate, useT } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { useFormat } from "#web/use-format.ts";
import { ErrorState } from "#web/widgets/ErrorState.tsx";
import { PageSkeleton } from "#web/widgets/PageSkeleton.tsx";
import { StatusBadge } from "#web/widgets/StatusBadge.tsx";
import { deviceOf } from "./devices.rules.ts";
import classes from "./OwnSessions.module.css";

function nameOf(session: OwnSession, t: Translate): string {
  const device = deviceOf(session.userAgent);
  return device === null ? t("users.own.unknownDevice") : t("users.own.browserOn", device);
}

/** Where one is signed in; a session that is not one's own any more can be ended. */
export function OwnSessions() {
  const t = useT();
  const ui = useUi();
  const format = useFormat();
  const { data, error } = useEndpoint(listOwnSessions, {});
  if (error) return <ErrorState error={error} />;
  if (!data) return <PageSkeleton />;

  async function end(session: OwnSession): Promise<void> {
    if (await ui.call(endOwnSession, { params: { id: session.id } })) ui.showSuccess(t("users.own.ended"));
  }

  return (
    <ul className={classes.sessions}>
      {data.items.map((session) => (
        <li key={session.id}>
          <div>
            <Text size="sm" fw={500} component="span">
              {nameOf(session, t)}
            </Text>{" "}
            {session.current && <StatusBadge tone="success">{t("users.own.current")}</StatusBadge>}
            <Text size="xs" c="dimmed">
              {[
                t("users.own.lastSeen", { moment: format.relative(session.lastSeenAt) }),
                t("users.own.since", { moment: format.instant(session.createdAt) }),
                session.address,
              ]
                .filter(Boolean)
                .join(" · ")}
            </Text>
          </div>
          {!session.current && (
            <Button
              variant="default"
              aria-label={t("users.own.endNamed", { name: nameOf(session, t) })}
              onClick={() => void end(session)}
            >
              {t("users.own.end")}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
