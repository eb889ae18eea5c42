export const OLDEST: string;
export function debianPostgres(version: string): string | undefined;
export function whyNoOldestPostgres(): string | undefined;
export function ensureOldestPostgres(): void;
