export function debianPostgres(version: string): string | undefined;
