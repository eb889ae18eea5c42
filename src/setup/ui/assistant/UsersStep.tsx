import { Button, Stack, Text } from "@mantine/core";
import { IconUserPlus } from "@tabler/icons-react";
import { useState } from "react";
import { CopyField, NewUserFields, useNewUser } from "#users/ui/index.ts";
import type { OneTimeLink, User } from "#users/users.contract.ts";
import { useT } from "#web/i18n.ts";
import { StepForm } from "./StepForm.tsx";

interface Invited {
  readonly user: User;
  readonly link: OneTimeLink;
}

/** Invites colleagues. Their links stay here until the step is left. */
export function UsersStep() {
  const t = useT();
  const [invited, setInvited] = useState<readonly Invited[]>([]);
  const [isAdding, setIsAdding] = useState(true);
  return (
    <StepForm
      step="users"
      text={t("setup.assistant.users.text")}
      save={async () => true}
      changes={["users"]}
      canSkip={false}
    >
      {invited.map(({ user, link }) => (
        <Stack key={user.id} gap={4} data-wide>
          <Text size="sm" fw={500} role="status">
            {t("setup.assistant.users.added", { name: user.fullName })}
          </Text>
          <CopyField
            label={t("users.link.invitationTitle", { name: user.fullName })}
            value={link.url}
            copyLabel={t("users.link.copy")}
          />
        </Stack>
      ))}
      {isAdding ? (
        <NewColleague
          key={invited.length}
          onAdded={(user, link) => {
            setInvited([...invited, { user, link }]);
            setIsAdding(false);
          }}
        />
      ) : (
        <div>
          <Button
            variant="default"
            leftSection={<IconUserPlus size={16} stroke={1.7} aria-hidden />}
            onClick={() => setIsAdding(true)}
          >
            {t("setup.assistant.users.another")}
          </Button>
        </div>
      )}
    </StepForm>
  );
}

function NewColleague({ onAdded }: { readonly onAdded: (user: User, link: OneTimeLink) => void }) {
  const t = useT();
  const form = useNewUser(onAdded);
  return (
    <Stack
      gap="sm"
      // Enter adds the colleague instead of going on to the next step.
      onKeyDown={(event) => {
        if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
        if ((event.target as HTMLElement).closest("button")) return;
        event.preventDefault();
        void form.submit();
      }}
    >
      <NewUserFields form={form} />
      <div>
        <Button variant="default" loading={form.isSaving} onClick={() => void form.submit()}>
          {t("setup.assistant.users.add")}
        </Button>
      </div>
    </Stack>
  );
}
