import { Button, Stack, Text } from "@mantine/core";
import { IconUserPlus } from "@tabler/icons-react";
import { type KeyboardEvent, useState } from "react";
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
  const [invited, setInvited] = useState<readonly Invited[]>([]);
  // A fresh form for each colleague.
  return (
    <ColleaguesForm
      key={invited.length}
      invited={invited}
      onAdded={(user, link) => setInvited([...invited, { user, link }])}
    />
  );
}

function ColleaguesForm(props: {
  readonly invited: readonly Invited[];
  readonly onAdded: (user: User, link: OneTimeLink) => void;
}) {
  const t = useT();
  const form = useNewUser(props.onAdded);
  const [isAdding, setIsAdding] = useState(props.invited.length === 0);
  const isUntouched = !isAdding || form.isUntouched;

  /** What was typed is not left behind: going on adds the colleague first and shows the link. */
  async function next(): Promise<boolean> {
    if (!isUntouched) await form.submit();
    return isUntouched;
  }

  /** Enter in a field adds the colleague as well. */
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== "Enter" || isUntouched || event.defaultPrevented) return;
    if ((event.target as HTMLElement).closest("button")) return;
    event.preventDefault();
    void form.submit();
  }

  return (
    <StepForm
      step="users"
      text={t("setup.assistant.users.text")}
      save={next}
      changes={["users"]}
      canSkip={false}
    >
      {props.invited.map(({ user, link }) => (
        <div key={user.id} data-wide role="status">
          <CopyField
            label={t("users.link.invitationTitle", { name: user.fullName })}
            value={link.url}
            copyLabel={t("users.link.copy")}
          />
        </div>
      ))}
      {props.invited.length > 0 && (
        <Text size="xs" c="dimmed" data-wide>
          {t("setup.assistant.users.once")}
        </Text>
      )}
      {isAdding ? (
        <Stack gap="sm" onKeyDown={onKeyDown}>
          <NewUserFields form={form} />
          <div>
            <Button variant="default" loading={form.isSaving} onClick={() => void form.submit()}>
              {t("setup.assistant.users.add")}
            </Button>
          </div>
        </Stack>
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
