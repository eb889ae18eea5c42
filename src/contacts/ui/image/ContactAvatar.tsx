import { useState } from "react";
import type { Contact } from "#contacts/contacts.contract.ts";
import classes from "./image.module.css";
import { initialsOf } from "./initials.rules.ts";

type Pictured = Pick<Contact, "type" | "name" | "image"> & Partial<Pick<Contact, "firstName" | "surname">>;

/** The picture of a contact, or its initials: round for people, square for companies. The name stands beside it. */
export function ContactAvatar({ contact, size }: { readonly contact: Pictured; readonly size: number }) {
  const [failed, setFailed] = useState<string | null>(null);
  const { type, image } = contact;
  const box = { width: size, height: size, fontSize: Math.round(size * 0.38) };
  const isShown = image !== null && failed !== image;
  return (
    <span
      className={classes.avatar}
      data-type={type}
      data-initials={isShown ? undefined : initialsOf(contact)}
      style={box}
      aria-hidden
    >
      {isShown && (
        <img
          src={image}
          alt=""
          width={size}
          height={size}
          loading="lazy"
          decoding="async"
          onError={() => setFailed(image)}
        />
      )}
    </span>
  );
}
