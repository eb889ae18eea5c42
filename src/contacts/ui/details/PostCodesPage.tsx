import { contactFieldLengths as length } from "#contacts/contact.rules.ts";
import {
  changePostCode,
  createPostCode,
  deletePostCode,
  getPostCode,
  listPostCodes,
} from "#contacts/details/post-codes/post-codes.contract.ts";
import { useSetupPath } from "#setup/ui/index.ts";
import { exportOf } from "#web/list/export-of.ts";
import { SetupListPage } from "#web/setup/SetupListPage.tsx";
import type { SetupField } from "#web/setup/setup-fields.ts";
import { countrySource } from "../lookups.ts";

const fields: readonly SetupField[] = [
  {
    key: "code",
    labelKey: "fields.postCode",
    kind: "code",
    maxLength: length.postCode,
    isRequired: true,
    width: 160,
  },
  { key: "city", labelKey: "fields.city", kind: "text", maxLength: length.city, isRequired: true },
  { key: "county", labelKey: "fields.county", kind: "text", maxLength: length.county },
  { key: "countryCode", labelKey: "fields.countryCode", kind: "lookup", source: countrySource, width: 220 },
];

const endpoints = {
  list: listPostCodes,
  create: createPostCode,
  get: getPostCode,
  change: changePostCode,
  remove: deletePostCode,
};

/** The post codes that fill in the rest of an address. */
export function PostCodesPage() {
  const path = useSetupPath();
  return (
    <SetupListPage
      titleKey="setup.pages.postCodes"
      subtitleKey="setup.pages.postCodesText"
      path={path}
      fields={fields}
      endpoints={endpoints}
      keyFields={["code", "city"]}
      exportHref={exportOf(listPostCodes)}
    />
  );
}
