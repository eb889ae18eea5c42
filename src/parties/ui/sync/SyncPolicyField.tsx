import { EnumField } from "#web/fields/EnumField.tsx";
import { useT } from "#web/i18n.ts";
import { useUi } from "#web/ui.ts";
import type { PartyKind } from "../../party-kinds.rules.ts";
import { changeContactRelation } from "../../relations/relations.contract.ts";
import type { SyncPolicy } from "../../sync/sync-policy.rules.ts";
import { changedByParties } from "../party-contracts.ts";
import { policyChoices } from "./sync-words.tsx";

/** Says which way a contact and its party follow each other; saved at once, with undo. */
export function SyncPolicyField(props: {
  readonly label: string;
  readonly contactNo: string;
  readonly businessRelationCode: string;
  readonly kind: PartyKind;
  readonly value: SyncPolicy;
}) {
  const t = useT();
  const ui = useUi();
  const { contactNo, businessRelationCode, kind, value } = props;
  // An employee only ever follows its contact.
  const choices =
    kind === "employee"
      ? policyChoices.filter((choice) => ["both", "off", value].includes(choice.value))
      : policyChoices;

  function save(syncPolicy: SyncPolicy) {
    const params = { no: contactNo, code: businessRelationCode };
    return ui.call(changeContactRelation, { params, body: { syncPolicy } }, changedByParties);
  }

  async function choose(chosen: SyncPolicy | null): Promise<void> {
    if (chosen === null || chosen === value || !(await save(chosen))) return;
    ui.showUndo(t("parties.sync.policySaved"), () => save(value));
  }

  return (
    <EnumField
      label={props.label}
      required
      disabled={!ui.may("parties.write")}
      choices={choices.map((choice) =>
        kind === "employee" && choice.value === "both"
          ? { ...choice, labelKey: "parties.sync.policies.contactToParty" as const }
          : choice,
      )}
      value={value}
      onChange={(chosen) => void choose(chosen)}
    />
  );
}
