import type { TablerIcon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./Banner.module.css";

interface BannerProps {
  readonly tone: "danger" | "warning";
  readonly icon: TablerIcon;
  readonly children: ReactNode;
}

/** Says above everything else of a record what one has to know of it. */
export function Banner({ tone, icon: Icon, children }: BannerProps) {
  return (
    <div className={classes.banner} data-tone={tone} role="note">
      <Icon size={16} stroke={1.8} aria-hidden />
      <span>{children}</span>
    </div>
  );
}
