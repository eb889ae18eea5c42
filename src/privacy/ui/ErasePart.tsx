import { Button } from "@mantine/core";
import { IconEraser } from "@tabler/icons-react";
import { useState } from "react";
import type { Contact } from "#contacts/contacts.contract.ts";
import { useT } from "#web/i18n.ts";
import type { ContactPrivacy } from "../privacy.contract.ts";
import { EraseDialog } from "./EraseDialog.tsx";
import classes from "./privacy.module.css";

/** The way to the question before a contact is erased. */
export function ErasePart(props: { readonly contact: Contact; readonly privacy: ContactPrivacy }) {
  const t = useT();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <div>
      <h3>{t("privacy.erase.title")}</h3>
      <p className={classes.dim}>{t("privacy.erase.text")}</p>
      <Button
        variant="light"
        color="red"
        leftSection={<IconEraser size={16} stroke={1.7} aria-hidden />}
        onClick={() => setIsAsking(true)}
      >
        {t("privacy.erase.start")}
      </Button>
      {isAsking && <EraseDialog {...props} onClose={() => setIsAsking(false)} />}
    </div>
  );
}
