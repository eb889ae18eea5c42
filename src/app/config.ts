import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";

/** A setting is wrong; the program stops with this one line. */
export class ConfigError extends Error {}

const boolean = z.enum(["0", "1", "true", "false"]).transform((value) => value === "1" || value === "true");

const settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  HOST: z.string().min(1).default("127.0.0.1"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  RAPPORT_DATA: z.string().min(1).default("./data"),
  RAPPORT_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  RAPPORT_SECRET: z.string().min(32).optional(),
  RAPPORT_DEMO: boolean.default(true),
  RAPPORT_LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  RAPPORT_BODY_LIMIT_MB: z.coerce.number().int().min(1).max(1_000).default(10),
  RAPPORT_UPLOAD_LIMIT_MB: z.coerce.number().int().min(1).max(10_000).default(200),
  RAPPORT_DB_CONNECTIONS: z.coerce.number().int().min(2).max(500).default(20),
  RAPPORT_TRUST_PROXY: boolean.default(false),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Set: no embedded database. */
  readonly databaseUrl: string | null;
  /** Absolute folder of the embedded database and of files. */
  readonly dataFolder: string;
  readonly baseUrl: string | null;
  /** Key of everything that is kept encrypted or signed. */
  readonly secret: string;
  readonly wantsDemo: boolean;
  readonly logLevel: string;
  readonly bodyLimitBytes: number;
  readonly uploadLimitBytes: number;
  readonly databaseConnections: number;
  readonly trustProxy: boolean;
}

/** Reads the environment variables of `.env.example`. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""),
  );
  const result = settings.safeParse(given);
  if (!result.success) {
    const wrong = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new ConfigError(`Wrong setting: ${wrong.join("; ")}. See .env.example.`);
  }
  const values = result.data;
  const dataFolder = resolve(values.RAPPORT_DATA);
  return {
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL ?? null,
    dataFolder,
    baseUrl: values.RAPPORT_BASE_URL?.replace(/\/$/, "") ?? null,
    secret: values.RAPPORT_SECRET ?? keptSecret(dataFolder),
    wantsDemo: values.RAPPORT_DEMO,
    logLevel: values.RAPPORT_LOG_LEVEL,
    bodyLimitBytes: values.RAPPORT_BODY_LIMIT_MB * 1024 * 1024,
    uploadLimitBytes: values.RAPPORT_UPLOAD_LIMIT_MB * 1024 * 1024,
    databaseConnections: values.RAPPORT_DB_CONNECTIONS,
    trustProxy: values.RAPPORT_TRUST_PROXY,
  };
}

/** The secret of this installation; made at the first start and kept in a file that only its owner reads. */
function keptSecret(dataFolder: string): string {
  const file = resolve(dataFolder, "secret");
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw unusable(dataFolder, error);
  }
  try {
    mkdirSync(dataFolder, { recursive: true });
    writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    // Another process may have been quicker; its secret counts.
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return readFileSync(file, "utf8").trim();
    throw unusable(dataFolder, error);
  }
}

function unusable(dataFolder: string, error: unknown): ConfigError {
  return new ConfigError(
    `The data folder ${dataFolder} cannot be used: ${(error as Error).message}. Set RAPPORT_DATA to a folder that can be written.`,
  );
}
