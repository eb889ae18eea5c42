import { Button } from "@mantine/core";
import { IconFileOff } from "@tabler/icons-react";
import { Link, useParams } from "@tanstack/react-router";
import { useT } from "#web/i18n.ts";
import { MessagePage } from "#web/pages/MessagePage.tsx";
import { isProblem } from "#web/problem.ts";
import { useEndpoint } from "#web/query.ts";
import { ErrorState } from "#web/widgets/ErrorState.tsx";
import { PageSkeleton } from "#web/widgets/PageSkeleton.tsx";
import type { PartyKind } from "../../party-kinds.rules.ts";
import { partiesPath } from "../addresses.ts";
import { contractOf } from "../party-contracts.ts";
import { PartyCard } from "./PartyCard.tsx";

function PartyCardPage({ kind }: { readonly kind: PartyKind }) {
  const t = useT();
  const { no = "" } = useParams({ strict: false }) as { no?: string };
  const { data, error, refetch } = useEndpoint(contractOf(kind).get, { params: { no } });
  if (data) return <PartyCard key={`${kind}/${data.no}`} kind={kind} party={data} />;
  if (isProblem(error, "party_not_found")) {
    return (
      <MessagePage
        icon={IconFileOff}
        title={t("parties.card.notFoundTitle")}
        text={t("parties.card.notFoundText")}
      >
        <Button component={Link} to={partiesPath(kind)} variant="default">
          {t("parties.card.toList")}
        </Button>
      </MessagePage>
    );
  }
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return <PageSkeleton />;
}

export const CustomerCardPage = () => <PartyCardPage kind="customer" />;
export const VendorCardPage = () => <PartyCardPage kind="vendor" />;
export const BankAccountCardPage = () => <PartyCardPage kind="bankAccount" />;
export const EmployeeCardPage = () => <PartyCardPage kind="employee" />;
