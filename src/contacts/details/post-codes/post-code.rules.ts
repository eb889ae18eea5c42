/** What a post code says about the rest of an address (contacts §1.1). */

import type { Locality } from "../../contact.rules.ts";

/** A row of the post-code list. */
export interface PostCode {
  readonly code: string;
  readonly city: string;
  readonly county: string | null;
  readonly countryCode: string | null;
}

/**
 * An address after its post code was written: city, county and country come from the list, as far as the request does
 * not say them. Of several rows one of the same country is preferred, then one of the same city. A country that the
 * request names is never contradicted.
 */
export function completePostCode(
  locality: Locality,
  supplied: { readonly [Field in keyof Locality]?: string | null | undefined },
  postCodes: readonly PostCode[],
): Locality {
  const { postCode } = locality;
  if (postCode === null || supplied.postCode === undefined) return locality;
  const found = choosePostCode(
    postCodes.filter(
      ({ code, countryCode }) =>
        code === postCode &&
        (!supplied.countryCode || (countryCode ?? supplied.countryCode) === supplied.countryCode),
    ),
    locality,
  );
  if (found === null) return locality;
  const filled = (field: "city" | "county" | "countryCode") =>
    supplied[field] !== undefined ? locality[field] : (found[field] ?? locality[field]);
  return { postCode, city: filled("city"), county: filled("county"), countryCode: filled("countryCode") };
}

function choosePostCode(rows: readonly PostCode[], { countryCode, city }: Locality): PostCode | null {
  const ofCountry = rows.filter((row) => row.countryCode === countryCode);
  const preferred = ofCountry.length > 0 ? ofCountry : rows;
  const isSameCity = (row: PostCode) => row.city.toUpperCase() === city?.toUpperCase();
  return preferred.find(isSameCity) ?? preferred[0] ?? null;
}
