import { IconBuilding, IconUser } from "@tabler/icons-react";
import { Avatar } from "#pictures/ui/Avatar.tsx";
import type { PartyKind } from "../party-kinds.rules.ts";
import classes from "./parties.module.css";
import { nameOf, type Party } from "./party-contracts.ts";

/** A party in a list, with its picture where it has one, as contacts have theirs. */
export function PartyName({ party, kind }: { readonly party: Party; readonly kind: PartyKind }) {
  const { name, image } = party;
  const type = pictureType(kind, party);
  const Icon = type === "company" ? IconBuilding : IconUser;
  return (
    <span className={classes.name}>
      {image === null ? (
        <Icon
          size={16}
          stroke={1.6}
          aria-hidden
          color="var(--mantine-color-dimmed)"
          style={{ flexShrink: 0 }}
        />
      ) : (
        <Avatar of={{ type, name, image }} size={22} />
      )}
      <span>{nameOf(party)}</span>
    </span>
  );
}

/** Pictures of people are round. */
export function pictureType(kind: PartyKind, { contactType }: Pick<Party, "contactType">) {
  return kind === "employee" ? "person" : (contactType ?? "company");
}
