import {
  Alert,
  Button,
  Group,
  PasswordInput,
  Stack,
  Text,
  TextInput,
  Title,
  UnstyledButton,
} from "@mantine/core";
import { useRouter } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { signIn } from "#users/session.contract.ts";
import { languages } from "../format.ts";
import { showLanguage, useLanguage, useT } from "../i18n.ts";
import { usePageTitle } from "../page-title.ts";
import { useAction } from "../query.ts";
import { signInRoute } from "../root-route.tsx";
import { useKeepSession } from "../session.ts";
import { Logo } from "../shell/Logo.tsx";
import { problemText } from "../widgets/notify.tsx";
import classes from "./SignInPage.module.css";

export function SignInPage() {
  const t = useT();
  usePageTitle(t("web.signIn.title"));
  const { back } = signInRoute.useSearch();
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
          <Title order={1} mb={4}>
            {t("web.signIn.title")}
          </Title>
          <Text size="sm" c="dimmed" mb="md">
            {back === undefined ? t("web.app.tagline") : t("web.signIn.returnNote")}
          </Text>
          <SignInForm back={back ?? "/"} />
        </div>
        <LanguageLinks />
      </div>
    </main>
  );
}

function SignInForm({ back }: { readonly back: string }) {
  const t = useT();
  const router = useRouter();
  const keepSession = useKeepSession();
  const [userName, setUserName] = useState("");
  const [password, setPassword] = useState("");
  const [isChecked, setIsChecked] = useState(false);
  const enter = useAction(signIn, {
    showsErrors: true,
    onDone: async (session) => {
      keepSession(session);
      if (session.user) await showLanguage(session.user.language);
      await router.navigate({ href: back });
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    setIsChecked(true);
    if (userName.trim() !== "" && password !== "")
      enter.mutate({ body: { userName: userName.trim(), password } });
  }

  const missing = (value: string) => (isChecked && value.trim() === "" ? t("web.signIn.missing") : undefined);
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        {enter.error && (
          <Alert color="red" variant="light" role="alert" p="xs">
            {problemText(enter.error)}
          </Alert>
        )}
        <TextInput
          label={t("web.signIn.userName")}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          autoFocus
          value={userName}
          error={missing(userName)}
          onChange={(event) => setUserName(event.currentTarget.value)}
        />
        <PasswordInput
          label={t("web.signIn.password")}
          name="password"
          autoComplete="current-password"
          value={password}
          error={missing(password)}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" size="sm" mt={4} fullWidth loading={enter.isPending}>
          {t("web.signIn.submit")}
        </Button>
      </Stack>
    </form>
  );
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
