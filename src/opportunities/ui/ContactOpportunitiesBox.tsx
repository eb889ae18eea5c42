import { Anchor, Text } from "@mantine/core";
import type { QueryClient } from "@tanstack/react-query";
import { getContactStatistics } from "#interactions/timeline.contract.ts";
import { RecordLink } from "#interactions/ui/index.ts";
import { listOpportunities } from "#opportunities/opportunities.contract.ts";
import { FactBox } from "#web/card/FactBox.tsx";
import { openDialog } from "#web/dialogs.ts";
import { useT } from "#web/i18n.ts";
import { endpointQuery, useEndpoint } from "#web/query.ts";
import { useMay } from "#web/session.ts";
import { useFormat } from "#web/use-format.ts";
import { opportunityHref, opportunityListHref } from "./addresses.ts";
import { statusKey } from "./choices.ts";
import { FiguresTable } from "./FiguresTable.tsx";

export interface BoxContact {
  readonly no: string;
  readonly name: string | null;
  readonly type: "company" | "person";
  readonly salespersonCode: string | null;
  /** Nothing new may be recorded. */
  readonly isBlocked: boolean;
}

const shown = 5;

/** Of a company also those of its people. */
function scopeOf({ no, type }: Pick<BoxContact, "no" | "type">): Record<string, string> {
  return { [type === "company" ? "contactCompanyNo" : "contactNo"]: no, closed: "false" };
}

function queryOf(aboutContactNo: string) {
  return { query: { aboutContactNo, closed: "false", limit: String(shown + 1) } } as const;
}

/** Asks for them while the contact itself is still on its way. */
export function prefetchOpportunities(queries: QueryClient, contactNo: string): void {
  void queries.prefetchQuery(endpointQuery(listOpportunities, queryOf(contactNo)));
}

/** The open opportunities of a contact, the newest first. */
export function ContactOpportunitiesBox({ contact }: { readonly contact: BoxContact }) {
  const t = useT();
  const may = useMay();
  const format = useFormat();
  const { data } = useEndpoint(listOpportunities, queryOf(contact.no), {
    enabled: may("opportunities.read"),
  });
  const { data: figures } = useEndpoint(
    getContactStatistics,
    { params: { no: contact.no } },
    { enabled: may("interactions.read") },
  );
  const hasFigures = figures !== undefined && figures.noOfOpportunities > 0;
  const mayCreate = may("opportunities.write") && !contact.isBlocked;
  if (!data || (data.items.length === 0 && !hasFigures && !mayCreate)) return null;
  return (
    <FactBox titleKey="opportunities.open">
      {data.items.slice(0, shown).map((opportunity) => (
        <div key={opportunity.no} style={{ marginBottom: 6 }}>
          <Text size="sm" component="div" truncate>
            <RecordLink to={opportunityHref(opportunity.no)}>{opportunity.description}</RecordLink>
          </Text>
          <Text size="xs" c="dimmed" component="div" truncate>
            {[
              opportunity.currentStageDescription ?? t(statusKey(opportunity.status)),
              opportunity.estimatedValue && format.money(opportunity.estimatedValue),
              opportunity.contactNo === contact.no ? null : opportunity.contactName,
              opportunity.salespersonName,
            ]
              .filter(Boolean)
              .join(" · ")}
          </Text>
        </div>
      ))}
      {data.items.length > shown && (
        <Text size="sm" component="div">
          <RecordLink to={opportunityListHref(scopeOf(contact))}>{t("web.actions.showAll")}</RecordLink>
        </Text>
      )}
      {hasFigures && (
        <div style={{ margin: "8px 0" }}>
          <FiguresTable figures={figures} />
        </div>
      )}
      {mayCreate && (
        <Anchor
          component="button"
          type="button"
          size="sm"
          onClick={() =>
            openDialog("opportunities.new", { contact, salespersonCode: contact.salespersonCode })
          }
        >
          {t("opportunities.new")}
        </Anchor>
      )}
    </FactBox>
  );
}
