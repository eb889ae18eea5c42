import { Anchor, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { listSalespeople } from "#salespeople/salespeople.contract.ts";
import { suggestSalespersonCode } from "#setup/assistant.rules.ts";
import { TextField } from "#web/fields/TextField.tsx";
import { useT } from "#web/i18n.ts";
import { fieldErrorsOf, ProblemError } from "#web/problem.ts";
import { useEndpoint } from "#web/query.ts";
import { useSession } from "#web/session.ts";
import { PageSkeleton } from "#web/widgets/PageSkeleton.tsx";
import { StepForm } from "./StepForm.tsx";
import { saveMe } from "./save-steps.ts";

const changes = ["session", "salespeople", "users"];

export function MeStep() {
  const t = useT();
  const { user } = useSession();
  const salespeople = useEndpoint(listSalespeople, { query: { limit: "200" } });
  if (!salespeople.data) return <PageSkeleton />;
  const code = user.salespersonCode;
  if (code === null) return <NewMe taken={salespeople.data.items.map((row) => row.code)} />;
  return (
    <StepForm
      step="me"
      text={t("setup.assistant.me.text")}
      save={async () => true}
      changes={[]}
      canSkip={false}
    >
      <Text size="sm">{t("setup.assistant.me.exists", { code })}</Text>
      <Anchor size="sm" renderRoot={(anchor) => <Link to={`/salespeople/${code}`} {...anchor} />}>
        {t("setup.assistant.me.open")}
      </Anchor>
    </StepForm>
  );
}

/** The address that the first administrator begins with belongs to nobody. */
const nobodysAddress = /\.invalid$/;

function NewMe({ taken }: { readonly taken: readonly string[] }) {
  const t = useT();
  const { user } = useSession();
  const isNobody = nobodysAddress.test(user.email);
  const [typedName, setFullName] = useState<string | null>(isNobody ? null : user.fullName);
  // Left blank, the name stays what it is.
  const fullName = typedName ?? user.fullName;
  const [email, setEmail] = useState<string | null>(isNobody ? null : user.email);
  const [ownCode, setOwnCode] = useState<string | null>(null);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const code = ownCode ?? suggestSalespersonCode(fullName, taken);

  async function save(): Promise<boolean> {
    try {
      await saveMe(user.id, { fullName, email, salespersonCode: code });
      return true;
    } catch (error) {
      const atFields = fieldErrorsOf(error);
      if (!(error instanceof ProblemError) || Object.keys(atFields).length === 0) throw error;
      setErrors(atFields);
      return false;
    }
  }

  return (
    <StepForm step="me" text={t("setup.assistant.me.text")} save={save} changes={changes}>
      <TextField
        label={t("fields.fullName")}
        autoFocus
        autoComplete="name"
        maxLength={100}
        placeholder={user.fullName}
        value={typedName}
        error={errors.fullName ?? errors.name}
        onChange={setFullName}
      />
      <TextField
        label={t("setup.assistant.me.code")}
        description={t("setup.assistant.me.codeText")}
        maxLength={20}
        value={code}
        error={errors.code ?? errors.salespersonCode}
        onChange={(value) => setOwnCode(value?.toUpperCase() ?? null)}
      />
      <TextField
        label={t("setup.assistant.me.email")}
        description={t("setup.assistant.me.emailText")}
        type="email"
        autoComplete="email"
        maxLength={80}
        value={email}
        error={errors.email}
        onChange={setEmail}
      />
    </StepForm>
  );
}
