import { Button, PasswordInput, Stack, Text } from "@mantine/core";
import { type KeyboardEvent, useState } from "react";
import { minimumPasswordLength } from "#users/password.rules.ts";
import { changeOwnPassword } from "#users/session.contract.ts";
import { useT } from "#web/i18n.ts";
import { fieldErrorsOf } from "#web/problem.ts";
import { useAction } from "#web/query.ts";
import { problemText, showSuccess } from "#web/widgets/notify.tsx";

/** Changes one's own password. Stands inside the form of the card, so Enter is its own. */
export function OwnPassword() {
  const t = useT();
  const [oldPassword, setOld] = useState("");
  const [newPassword, setNew] = useState("");
  const change = useAction(changeOwnPassword, {
    showsErrors: true,
    alsoChanges: ["sessions"],
    onDone: () => {
      setOld("");
      setNew("");
      showSuccess(t("users.own.passwordChanged"));
    },
  });
  const isReady = oldPassword !== "" && newPassword !== "";
  const atFields = fieldErrorsOf(change.error);
  const elsewhere =
    change.error && Object.keys(atFields).length === 0 ? problemText(change.error) : undefined;

  function submit(): void {
    if (isReady && !change.isPending) change.mutate({ body: { oldPassword, newPassword } });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== "Enter") return;
    event.preventDefault();
    submit();
  }

  return (
    <Stack gap="sm" maw={320} pb={22} onKeyDown={onKeyDown}>
      <Text size="sm" c="dimmed">
        {t("users.own.passwordText")}
      </Text>
      <PasswordInput
        label={t("fields.oldPassword")}
        autoComplete="current-password"
        value={oldPassword}
        error={atFields.oldPassword ?? elsewhere}
        onChange={(event) => setOld(event.currentTarget.value)}
      />
      <PasswordInput
        label={t("fields.newPassword")}
        description={t("users.setPassword.hint", { minimum: minimumPasswordLength })}
        autoComplete="new-password"
        value={newPassword}
        error={atFields.newPassword}
        onChange={(event) => setNew(event.currentTarget.value)}
      />
      <div>
        <Button variant="default" disabled={!isReady} loading={change.isPending} onClick={submit}>
          {t("users.own.change")}
        </Button>
      </div>
    </Stack>
  );
}
