import { ActionIcon, Button, Group, Select, Text } from "@mantine/core";
import { IconPencil, IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import type { z } from "zod";
import { languages, salutations } from "#setup/lists/lists.contract.ts";
import {
  deleteSalutationFormula,
  listSalutationFormulas,
  putSalutationFormula,
  type SalutationFormula as SalutationFormulaSchema,
} from "#setup/salutations/formulas.contract.ts";
import { composeSalutation } from "#setup/salutations/salutation.rules.ts";
import { useT } from "#web/i18n.ts";
import { useListSearch } from "#web/list/use-list-search.ts";
import { useEndpoint } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { EmptyState } from "#web/widgets/EmptyState.tsx";
import { ErrorState } from "#web/widgets/ErrorState.tsx";
import { FormulaDialog } from "./FormulaDialog.tsx";
import { sampleContact } from "./formula-example.ts";
import classes from "./SalutationFormulas.module.css";

export type Formula = z.output<typeof SalutationFormulaSchema>;

/** The formulas of one salutation with an example of each; `?code=` says of which. */
export function SalutationFormulas() {
  const t = useT();
  const { search, change } = useListSearch();
  const all = useEndpoint(salutations.list, { query: { limit: "200" } });
  const rows = all.data?.items ?? [];
  const code = rows.some((row) => row.code === search.code) ? (search.code ?? null) : (rows[0]?.code ?? null);
  return (
    <section className={classes.section} aria-label={t("setup.formulas.title")}>
      <Group justify="space-between" align="flex-end" mb="sm" gap="sm">
        <h2>{t("setup.formulas.title")}</h2>
        {code !== null && (
          <Select
            label={t("setup.formulas.of")}
            value={code}
            allowDeselect={false}
            data={rows.map((row) => ({ value: row.code, label: row.description ?? row.code }))}
            onChange={(value) => change({ code: value ?? undefined })}
          />
        )}
      </Group>
      {all.error && <ErrorState error={all.error} />}
      {code === null && all.data && (
        <Text size="sm" c="dimmed">
          {t("setup.formulas.noSalutation")}
        </Text>
      )}
      {code !== null && <FormulaTable key={code} code={code} />}
    </section>
  );
}

function FormulaTable({ code }: { readonly code: string }) {
  const t = useT();
  const ui = useUi();
  const [edited, setEdited] = useState<Formula | "new" | null>(null);
  const formulas = useEndpoint(listSalutationFormulas, { params: { code } });
  const names = useEndpoint(languages.list, { query: { limit: "200" } });
  const rows = formulas.data?.items ?? [];
  const mayWrite = ui.may("setup.write");
  const languageOf = (languageCode: string | null) =>
    languageCode === null
      ? t("setup.formulas.anyLanguage")
      : (names.data?.items.find((row) => row.code === languageCode)?.name ?? languageCode);

  const paramsOf = ({ languageCode, salutationType }: Formula) => ({
    code,
    languageCode: languageCode ?? "-",
    salutationType,
  });

  async function remove(formula: Formula): Promise<void> {
    const params = paramsOf(formula);
    if (!(await ui.call(deleteSalutationFormula, { params, ifMatch: formula.version }))) return;
    const { salutation, name1, name2, name3, name4, name5 } = formula;
    const body = { salutation, name1, name2, name3, name4, name5 };
    ui.showUndo(t("setup.formulas.deleted"), () => ui.call(putSalutationFormula, { params, body }));
  }

  if (formulas.error) return <ErrorState error={formulas.error} />;
  return (
    <>
      {formulas.data && rows.length === 0 && (
        <EmptyState title={t("setup.formulas.title")} text={t("setup.formulas.none")} />
      )}
      {rows.length > 0 && (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t("fields.languageCode")}</th>
                <th scope="col">{t("fields.salutationType")}</th>
                <th scope="col">{t("setup.formulas.text")}</th>
                <th scope="col">{t("setup.formulas.example")}</th>
                <th scope="col">
                  <span className="visually-hidden">{t("web.list.rowMenu")}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((formula) => {
                const language = languageOf(formula.languageCode);
                const type = t(`setup.formulas.${formula.salutationType}`);
                const name = `${language}, ${type}`;
                return (
                  <tr key={`${formula.languageCode} ${formula.salutationType}`}>
                    <td>{language}</td>
                    <td>{type}</td>
                    <td>{formula.salutation}</td>
                    <td className={classes.example}>{composeSalutation(formula, sampleContact)}</td>
                    <td className={classes.buttons}>
                      {mayWrite && (
                        <>
                          <ActionIcon
                            size={24}
                            aria-label={t("setup.formulas.editNamed", { name })}
                            onClick={() => setEdited(formula)}
                          >
                            <IconPencil size={15} stroke={1.6} />
                          </ActionIcon>
                          <ActionIcon
                            size={24}
                            aria-label={t("setup.formulas.deleteNamed", { name })}
                            onClick={() => void remove(formula)}
                          >
                            <IconTrash size={15} stroke={1.6} />
                          </ActionIcon>
                        </>
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      {rows.length > 0 && (
        <Text size="xs" c="dimmed" mt={8}>
          {t("setup.formulas.exampleText")}
        </Text>
      )}
      {mayWrite && (
        <Button
          variant="default"
          mt="sm"
          leftSection={<IconPlus size={15} stroke={1.7} aria-hidden />}
          onClick={() => setEdited("new")}
        >
          {t("setup.formulas.add")}
        </Button>
      )}
      {edited !== null && (
        <FormulaDialog
          code={code}
          formula={edited === "new" ? null : edited}
          languageLabel={edited === "new" ? null : languageOf(edited.languageCode)}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}
