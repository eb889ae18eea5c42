export const importsPath = "/imports";

export function importHref(id: string): string {
  return `${importsPath}/${id}`;
}
