import { Link } from "@tanstack/react-router";
import { useT } from "#web/i18n.ts";
import { type PartyKind, partyKinds } from "../party-kinds.rules.ts";
import { partiesPath } from "./addresses.ts";
import classes from "./parties.module.css";
import { titleKey } from "./party-contracts.ts";

/** From one of the four lists to the others. */
export function KindLinks({ current }: { readonly current: PartyKind }) {
  const t = useT();
  return (
    <nav className={classes.kinds} aria-label={t("fields.kind")}>
      {partyKinds.map((kind) => (
        <Link key={kind} to={partiesPath(kind)} aria-current={kind === current ? "page" : undefined}>
          {t(titleKey(kind))}
        </Link>
      ))}
    </nav>
  );
}
