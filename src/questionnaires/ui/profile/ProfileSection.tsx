import { Skeleton } from "@mantine/core";
import { lazy, Suspense } from "react";
import type { ContactSectionProps } from "#contacts/ui/index.ts";
import { CardGroup } from "#web/card/CardGroup.tsx";
import { useT } from "#web/i18n.ts";
import { isProblem } from "#web/problem.ts";
import { useEndpoint } from "#web/query.ts";
import { useMay } from "#web/session.ts";
import { EmptyState } from "#web/widgets/EmptyState.tsx";
import { ErrorState } from "#web/widgets/ErrorState.tsx";
import { getContactProfile } from "../../profile.contract.ts";
import { AnswerList } from "./AnswerList.tsx";
import { Questions } from "./Questions.tsx";

const History = lazy(() => import("./History.tsx"));

/** What a contact has answered, its history, and the questionnaires to tick answers in. */
export default function ProfileSection({ contact }: ContactSectionProps) {
  const t = useT();
  const canWrite = useMay()("contacts.write");
  const { data, error, refetch } = useEndpoint(
    getContactProfile,
    { params: { no: contact.no } },
    { enabled: !contact.minor },
  );
  if (contact.minor) return <EmptyState title={t("questionnaires.profile.minor")} />;
  if (isProblem(error, "profile_none"))
    return (
      <EmptyState title={t("questionnaires.profile.none")} text={t("questionnaires.profile.noneText")} />
    );
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={160} mt="sm" />;
  return (
    <>
      <CardGroup
        name="questionnaires.answers"
        titleKey="questionnaires.profile.title"
        layout="plain"
        summary={data.items.map(({ answer }) => answer).join(" · ")}
      >
        <AnswerList answers={data.items} />
      </CardGroup>
      {data.questionnaires.map((questionnaire) => (
        <Questions
          key={questionnaire.code}
          contactNo={contact.no}
          questionnaire={questionnaire}
          canWrite={canWrite}
        />
      ))}
      <Suspense fallback={<Skeleton height={40} />}>
        <History contactNo={contact.no} questionnaires={data.questionnaires} />
      </Suspense>
    </>
  );
}
