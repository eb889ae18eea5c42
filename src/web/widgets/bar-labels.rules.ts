/** How the names under the bars of a chart are placed. Widths are pixels. */

const pixelsPerCharacter = 6.5;
const gap = 8;
/** Of slanted names more characters than these would take the bars' room. */
const mostCharacters = 16;
/** With more bars than these every second or third name is enough: they are days and weeks in their order. */
const mostNamed = 16;

export interface LabelPlacing {
  /** `all`, or as many as fit, at even distances. */
  readonly shown: "all" | "evenly";
  readonly isSlanted: boolean;
  /** Height that the names need. */
  readonly height: number;
}

export function placeLabels(labels: readonly string[], width: number): LabelPlacing {
  if (labels.length > mostNamed) return { shown: "evenly", isSlanted: false, height: 30 };
  const longest = Math.max(0, ...labels.map((label) => label.length));
  const fits = labels.length * (longest * pixelsPerCharacter + gap) <= width;
  if (fits) return { shown: "all", isSlanted: false, height: 30 };
  return { shown: "all", isSlanted: true, height: 20 + Math.min(longest, mostCharacters) * 5 };
}

/** A name as it stands slanted under its bar. */
export function shortened(label: string): string {
  return label.length <= mostCharacters ? label : `${label.slice(0, mostCharacters - 1)}…`;
}
