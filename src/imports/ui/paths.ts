export const importsPath = "/imports";

/** Where past interactions are imported. */
export const importInteractionsHref = `${importsPath}?kind=interactions`;

export function importHref(id: string): string {
  return `${importsPath}/${id}`;
}
