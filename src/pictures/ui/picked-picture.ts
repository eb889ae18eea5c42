/** The first picture of what was dropped or pasted; `null` without one. */
export function pictureOf(data: Pick<DataTransfer, "files"> | null): File | null {
  return Array.from(data?.files ?? []).find(({ type }) => type.startsWith("image/")) ?? null;
}
