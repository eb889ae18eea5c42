import { Anchor } from "@mantine/core";
import { Fragment } from "react";
import { useT } from "#web/i18n.ts";
import { emailsOf, telHref, webHref, webLabel } from "./links.rules.ts";

/** In a grid the rows are walked by the arrow keys; its links are no stops of the Tab key. */
interface Place {
  readonly isInGrid?: boolean;
}

const tabStop = ({ isInGrid }: Place) => (isInGrid ? { tabIndex: -1 } : {});

/** A number one can call by a click. */
export function PhoneLink({ phoneNo, ...place }: Place & { readonly phoneNo: string | null }) {
  const t = useT();
  if (phoneNo === null) return null;
  const href = telHref(phoneNo);
  if (href === null) return phoneNo;
  return (
    <Anchor href={href} inherit {...tabStop(place)} title={t("contacts.actions.call", { phoneNo })}>
      {phoneNo}
    </Anchor>
  );
}

/** Addresses one can write to by a click, each for itself. */
export function EmailLinks({ email, ...place }: Place & { readonly email: string | null }) {
  const t = useT();
  if (email === null) return null;
  return emailsOf(email).map((address, position) => (
    <Fragment key={address}>
      {position > 0 && "; "}
      <Anchor
        href={`mailto:${encodeURIComponent(address).replace("%40", "@")}`}
        inherit
        {...tabStop(place)}
        title={t("contacts.actions.write", { email: address })}
      >
        {address}
      </Anchor>
    </Fragment>
  ));
}

/** A home page, opened beside the program. */
export function WebLink({ homePage }: { readonly homePage: string | null }) {
  if (homePage === null) return null;
  const href = webHref(homePage);
  if (href === null) return homePage;
  return (
    <Anchor href={href} inherit target="_blank" rel="noreferrer">
      {webLabel(homePage)}
    </Anchor>
  );
}
