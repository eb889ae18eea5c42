import { Checkbox, Group, SegmentedControl, Text } from "@mantine/core";
import { useState } from "react";
import { presetCountries } from "#setup/assistant-presets/countries.data.ts";
import { presetLanguages } from "#setup/assistant-presets/languages.data.ts";
import { getCompanyInformation } from "#setup/company/company-information.contract.ts";
import { languages } from "#setup/lists/lists.contract.ts";
import { getMarketingSetup } from "#setup/marketing/marketing-setup.contract.ts";
import type { Language } from "#web/format.ts";
import { showLanguage, translate, useLanguage, useT } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import { PageSkeleton } from "#web/widgets/PageSkeleton.tsx";
import { languageName } from "../intl-choices.ts";
import { SearchSelect } from "../SearchSelect.tsx";
import { StepForm } from "./StepForm.tsx";
import { saveLanguages } from "./save-steps.ts";

export function LanguageStep() {
  const company = useEndpoint(getCompanyInformation, {});
  const marketing = useEndpoint(getMarketingSetup, {});
  const existing = useEndpoint(languages.list, { query: { limit: "200" } });
  if (!company.data || !marketing.data || !existing.data) return <PageSkeleton />;
  const ofCountry =
    presetCountries.find(({ code }) => code === company.data.countryCode)?.languageCode ?? "EN";
  const known = existing.data.items.map(({ code }) => code);
  return (
    <LanguageForm
      usual={marketing.data.defaultLanguageCode ?? ofCountry}
      written={known.length > 0 ? known : [...new Set([ofCountry, "EN"])]}
    />
  );
}

function LanguageForm(props: { readonly usual: string; readonly written: readonly string[] }) {
  const t = useT();
  const language = useLanguage();
  const [written, setWritten] = useState(props.written);
  const [usual, setUsual] = useState(props.usual);
  const choices = presetLanguages.map(({ code, locale }) => ({
    value: code,
    label: languageName(locale, language),
  }));

  async function save(): Promise<boolean> {
    const names = [
      translate("setup.assistant.language.person"),
      translate("setup.assistant.language.company"),
    ] as const;
    await saveLanguages({ language, written, defaultLanguageCode: usual }, names);
    return true;
  }

  return (
    <StepForm
      step="language"
      text={t("setup.assistant.language.text")}
      save={save}
      changes={["company-information", "session", "languages", "salutations", "marketing-setup"]}
    >
      <div>
        <Text size="sm" fw={500} mb={4} id="program-language">
          {t("setup.assistant.language.program")}
        </Text>
        <SegmentedControl
          aria-labelledby="program-language"
          value={language}
          data={[
            { value: "en", label: t("web.account.languageEn") },
            { value: "fi", label: t("web.account.languageFi") },
          ]}
          onChange={(chosen) => void showLanguage(chosen as Language)}
        />
      </div>
      <Checkbox.Group
        label={t("setup.assistant.language.written")}
        description={t("setup.assistant.language.writtenText")}
        value={[...written]}
        onChange={(codes) => {
          if (codes.length === 0) return;
          setWritten(codes);
          if (!codes.includes(usual)) setUsual(codes[0]!);
        }}
      >
        <Group gap="md" mt={8}>
          {choices.map(({ value, label }) => (
            <Checkbox key={value} value={value} label={label} />
          ))}
        </Group>
      </Checkbox.Group>

      <SearchSelect
        label={t("setup.assistant.language.default")}
        data={choices.filter(({ value }) => written.includes(value))}
        value={usual}
        onChange={setUsual}
      />
    </StepForm>
  );
}
