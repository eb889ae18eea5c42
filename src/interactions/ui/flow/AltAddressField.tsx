import { Select } from "@mantine/core";
import { listAlternativeAddresses } from "#contacts/details/addresses/addresses.contract.ts";
import { useT } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import type { DraftForm } from "./use-draft.ts";

/** Select knows no blank value. */
const ownAddress = "-";

/** Under which of the contact's addresses it is dealt with (R-ALT); nothing for who has only one. */
export function AltAddressField({ form }: { readonly form: DraftForm }) {
  const t = useT();
  const no = form.draft.contactNo;
  const { data } = useEndpoint(
    listAlternativeAddresses,
    { params: { no: no ?? "" } },
    { enabled: no !== null },
  );
  const { value, error, onChange } = form.field("contactAltAddressCode");
  const addresses = no === null ? [] : (data?.items ?? []);
  if (addresses.length === 0) return null;
  return (
    <Select
      label={t("fields.altAddressCode")}
      data={[
        { value: ownAddress, label: t("interactions.flow.ownAddress") },
        ...addresses.map(({ code, address, city }) => ({
          value: code,
          label: [code, address, city].filter((part) => part !== null).join(" · "),
        })),
      ]}
      allowDeselect={false}
      value={value ?? ownAddress}
      error={error}
      onChange={(code) => onChange(code === ownAddress ? null : code)}
    />
  );
}
