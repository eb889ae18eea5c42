import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { changeTemplateLanguage } from "#interactions/templates.contract.ts";
import { LookupField } from "#web/fields/LookupField.tsx";
import { useT } from "#web/i18n.ts";
import { useAction } from "#web/query.ts";
import { Dialog } from "#web/widgets/Dialog.tsx";
import { languageSource } from "../lookups.ts";

/** Gives the row of a template, with its file, another language (interactions §8.1). */
export function ChangeLanguageDialog(props: {
  readonly code: string;
  /** `null`: no particular one. */
  readonly languageCode: string | null;
  readonly onClose: () => void;
}) {
  const t = useT();
  const { code, languageCode, onClose } = props;
  const [chosen, setChosen] = useState(languageCode);
  const change = useAction(changeTemplateLanguage, { onDone: onClose });
  return (
    <Dialog onClose={onClose} title={t("interactions.templates.changeLanguage")}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate({
            params: { code, languageCode: languageCode ?? "-" },
            body: { languageCode: chosen },
          });
        }}
      >
        <LookupField
          label={t("interactions.templates.languageRow")}
          description={t("interactions.templates.changeLanguageText")}
          source={languageSource}
          value={chosen}
          onChange={setChosen}
        />
        <Group justify="flex-end" gap="xs" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t("web.actions.cancel")}
          </Button>
          <Button type="submit" disabled={chosen === languageCode} loading={change.isPending}>
            {t("interactions.templates.changeLanguage")}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
