import { Tooltip } from "@mantine/core";
import { IconCornerDownRight } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Contact } from "#contacts/contacts.contract.ts";
import { useT } from "#web/i18n.ts";
import classes from "./ContactCard.module.css";

/** Says at a field that its value is the company's and follows it. */
export function Inherited(props: {
  readonly company: Contact | null;
  readonly isInherited: boolean;
  readonly children: ReactNode;
}) {
  const t = useT();
  const { company, isInherited, children } = props;
  return (
    <div className={classes.inherited}>
      {children}
      {isInherited && company && (
        <Tooltip
          label={t("contacts.card.inheritedFrom", { company: company.name ?? company.no })}
          multiline
          maw={260}
        >
          <span className={classes.inheritedMark}>
            <IconCornerDownRight size={12} stroke={1.8} aria-hidden />
            {t("contacts.card.inherited")}
          </span>
        </Tooltip>
      )}
    </div>
  );
}
