import { useState } from "react";
import { initialsOf } from "./initials.rules.ts";
import classes from "./pictures.module.css";

/** Whoever is shown by a picture. */
export interface Pictured {
  readonly type: "company" | "person";
  readonly name: string | null;
  readonly firstName?: string | null;
  readonly surname?: string | null;
  /** Address of the picture. */
  readonly image: string | null;
}

/** The picture of somebody, or the initials: round for people, square for companies. The name stands beside it. */
export function Avatar({ of, size }: { readonly of: Pictured; readonly size: number }) {
  const [failed, setFailed] = useState<string | null>(null);
  const { type, image } = of;
  const box = { width: size, height: size, fontSize: Math.round(size * 0.38) };
  const isShown = image !== null && failed !== image;
  return (
    <span
      className={classes.avatar}
      data-type={type}
      data-initials={isShown ? undefined : initialsOf(of)}
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
