import { IconCheck } from "@tabler/icons-react";
import type { Right } from "#users/rights.rules.ts";
import { useT } from "#web/i18n.ts";
import classes from "./RightsList.module.css";
import { groupRights } from "./right-areas.rules.ts";

/** What somebody may do, in sentences by area. */
export function RightsList({ rights }: { readonly rights: Iterable<Right> }) {
  const t = useT();
  return (
    <div className={classes.areas}>
      {groupRights(rights).map(({ area, rights: ofArea }) => (
        <section key={area}>
          <h3>{t(`users.areas.${area}`)}</h3>
          <ul>
            {ofArea.map((right) => (
              <li key={right}>
                <IconCheck size={14} stroke={2} aria-hidden />
                {t(`users.rights.${right}`)}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
