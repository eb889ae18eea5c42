import type { ComponentProps } from "react";

/**
 * A part of the grid or of another list of our own making. Rows that are placed by their position cannot be table
 * elements, so each part carries its ARIA role. The whole keeps the focus (aria-activedescendant) and takes the keys.
 */
export function Part(
  props: ComponentProps<"div"> & {
    readonly role: "grid" | "rowgroup" | "row" | "columnheader" | "gridcell" | "listbox" | "option" | "group";
  },
) {
  return <div {...props} />;
}
