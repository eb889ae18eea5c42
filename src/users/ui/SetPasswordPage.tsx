import {
  Alert,
  Button,
  Group,
  Loader,
  PasswordInput,
  Stack,
  Text,
  Title,
  UnstyledButton,
} from "@mantine/core";
import { Link, useRouter, useRouterState } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { minimumPasswordLength } from "#users/password.rules.ts";
import { acceptLink, changeOwnSettings, getLink, type Session } from "#users/session.contract.ts";
import { call } from "#web/api-client.ts";
import { languages } from "#web/format.ts";
import { currentLanguage, showLanguage, useLanguage, useT } from "#web/i18n.ts";
import { usePageTitle } from "#web/page-title.ts";
import { fieldErrorsOf } from "#web/problem.ts";
import { useAction, useEndpoint } from "#web/query.ts";
import { useKeepSession } from "#web/session.ts";
import { Logo } from "#web/shell/Logo.tsx";
import { problemText, showProblem } from "#web/widgets/notify.tsx";
import classes from "./SetPasswordPage.module.css";

/** Where a one-time link leads: first start, invitation, new password. The secret stands behind `#`. */
export function SetPasswordPage() {
  const t = useT();
  usePageTitle(t("users.setPassword.title"));
  const secret = useRouterState({ select: (state) => state.location.hash });
  const link = useEndpoint(getLink, { params: { secret: secret || "-" } }, { staleTimeMs: 60_000 });
  return (
    <main className={classes.page}>
      <div className={classes.box}>
        <Group gap="sm">
          <Logo size={28} />
          <Text fw={600} size="lg">
            {t("web.app.name")}
          </Text>
        </Group>
        <div className={classes.card}>
          {link.isPending && (
            <Group gap="sm" role="status">
              <Loader size={16} />
              <Text size="sm">{t("users.setPassword.checking")}</Text>
            </Group>
          )}
          {link.error && (
            <Alert color="red" variant="light" role="alert" p="xs">
              {problemText(link.error)}
            </Alert>
          )}
          {link.data && !link.data.valid && <InvalidLink />}
          {link.data?.valid && (
            <PasswordForm secret={secret} userName={link.data.userName} fullName={link.data.fullName} />
          )}
        </div>
        <LanguageLinks />
      </div>
    </main>
  );
}

function InvalidLink() {
  const t = useT();
  return (
    <>
      <Title order={1} mb={4}>
        {t("users.setPassword.invalidTitle")}
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        {t("users.setPassword.invalidText")}
      </Text>
      <Button variant="default" fullWidth renderRoot={(button) => <Link to="/sign-in" {...button} />}>
        {t("users.setPassword.toSignIn")}
      </Button>
    </>
  );
}

function PasswordForm(props: {
  readonly secret: string;
  readonly userName: string | null;
  readonly fullName: string | null;
}) {
  const t = useT();
  const router = useRouter();
  const keepSession = useKeepSession();
  const [password, setPassword] = useState("");
  const accept = useAction(acceptLink, {
    showsErrors: true,
    onDone: async (session) => {
      keepSession(await inChosenLanguage(session));
      // The first administrator is led through the set-up.
      const isNewHere = !session.assistantCompleted && session.rights.includes("users.admin");
      await router.navigate({ to: isNewHere ? "/welcome" : "/" });
    },
  });
  const atFields = fieldErrorsOf(accept.error);
  const elsewhere = accept.error && atFields.password === undefined ? problemText(accept.error) : null;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (password !== "") accept.mutate({ params: { secret: props.secret }, body: { password } });
  }

  return (
    <form onSubmit={submit} noValidate>
      <Title order={1} mb={4}>
        {props.fullName
          ? t("users.setPassword.welcome", { name: props.fullName })
          : t("users.setPassword.title")}
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        {t("users.setPassword.userName", { userName: props.userName ?? "" })}
      </Text>
      <Stack gap="sm">
        {elsewhere !== null && (
          <Alert color="red" variant="light" role="alert" p="xs">
            {elsewhere}
          </Alert>
        )}
        <input
          type="text"
          name="username"
          autoComplete="username"
          value={props.userName ?? ""}
          readOnly
          hidden
        />
        <PasswordInput
          label={t("users.setPassword.password")}
          description={
            atFields.password === undefined
              ? t("users.setPassword.hint", { minimum: minimumPasswordLength })
              : undefined
          }
          name="password"
          autoComplete="new-password"
          autoFocus
          value={password}
          error={atFields.password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" size="sm" mt={4} fullWidth loading={accept.isPending}>
          {t("users.setPassword.submit")}
        </Button>
      </Stack>
    </form>
  );
}

/** Goes on in the language the page was read in, and keeps it as the user's. */
async function inChosenLanguage(session: Session): Promise<Session> {
  const language = currentLanguage();
  if (session.user === null || session.user.language === language) return session;
  try {
    return await call(changeOwnSettings, { body: { language } });
  } catch (error) {
    showProblem(error);
    return session;
  }
}

function LanguageLinks() {
  const t = useT();
  const current = useLanguage();
  const names = { en: t("web.account.languageEn"), fi: t("web.account.languageFi") };
  return (
    <div className={classes.foot}>
      {languages.map((language) => (
        <UnstyledButton
          key={language}
          lang={language}
          fz="sm"
          p={4}
          fw={language === current ? 600 : 400}
          c={language === current ? "bright" : "dimmed"}
          aria-pressed={language === current}
          onClick={() => void showLanguage(language)}
        >
          {names[language]}
        </UnstyledButton>
      ))}
    </div>
  );
}
