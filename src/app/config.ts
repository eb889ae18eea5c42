import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { z } from "zod";

/** A setting is wrong; the program stops with this one line. */
export class ConfigError extends Error {}

const boolean = z.enum(["0", "1", "true", "false"]).transform((value) => value === "1" || value === "true");
const yesOrNo = (unlessSaid: boolean) => boolean.default(unlessSaid).describe("1 or 0");

const wholeNumber = (from: number, to: number, unlessSaid: number) =>
  z.coerce
    .number()
    .int()
    .min(from)
    .max(to)
    .default(unlessSaid)
    .describe(`a whole number from ${from} to ${to}`);

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** Each with what it has to be, for whoever got it wrong. */
const settings = z.object({
  PORT: wholeNumber(0, 65_535, 8080),
  HOST: z.string().default("127.0.0.1"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional()
    .describe("an address like postgres://user:password@host:5432/database"),
  RAPPORT_DATA: z.string().default("./data"),
  RAPPORT_BASE_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe("an address like https://crm.example.org"),
  RAPPORT_SECRET: z.string().min(32).optional().describe("at least 32 characters long"),
  RAPPORT_DEMO: yesOrNo(true),
  RAPPORT_LOG_LEVEL: z
    .enum(logLevels)
    .default("info")
    .describe(`one of ${logLevels.join(", ")}`),
  RAPPORT_BODY_LIMIT_MB: wholeNumber(1, 1_000, 10),
  RAPPORT_UPLOAD_LIMIT_MB: wholeNumber(1, 10_000, 200),
  RAPPORT_DB_CONNECTIONS: wholeNumber(2, 500, 20),
  RAPPORT_TRUST_PROXY: yesOrNo(false),
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
    const names = new Set(result.error.issues.map((issue) => issue.path[0] as keyof typeof settings.shape));
    const wrong = [...names].map((name) => `${name} must be ${settings.shape[name].description}`);
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
    if (!existsSync(file)) keepNewSecret(file);
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    throw unusable(dataFolder, error);
  }
}

/** Writes the whole secret or, on a full disk, nothing. Another process may be quicker; its secret counts. */
function keepNewSecret(file: string): void {
  const unfinished = `${file}.${process.pid}.unfinished`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(unfinished, randomBytes(32).toString("base64url"), { mode: 0o600, flush: true });
    linkSync(unfinished, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

function unusable(dataFolder: string, error: unknown): ConfigError {
  return new ConfigError(
    `The data folder ${dataFolder} cannot be used: ${(error as Error).message}. Set RAPPORT_DATA to a folder that can be written.`,
  );
}
