import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { composedPassword } from "./password.rules.ts";

interface Cost {
  readonly memoryKib: number;
  readonly passes: number;
  readonly parallelism: number;
}

/**
 * Twice the passes that OWASP recommends for 46 MiB: about 60 ms of one core. When these rise, hashes are renewed
 * at the next sign-in.
 */
const currentCost: Cost = { memoryKib: 47_104, passes: 2, parallelism: 1 };
const keyLength = 32;
const saltLength = 16;

/** A password as it is stored: `$argon2id$v=19$m=47104,t=2,p=1$<salt>$<key>`, the PHC string format. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltLength);
  return written(currentCost, salt, await derive(password, salt, currentCost, keyLength));
}

/** Nobody's password: verified where there is no user, so that the answer takes as long as for a wrong password. */
const nobody = written(currentCost, Buffer.alloc(saltLength), Buffer.alloc(keyLength));

/** Whether the password is the one of the hash; with `null` it takes the same time and is `false`. */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const { cost, salt, key } = read(stored ?? nobody);
  const isEqual = timingSafeEqual(await derive(password, salt, cost, key.length), key);
  return isEqual && stored !== null;
}

/** Whether the hash was made with other parameters than today's. */
export function isOutdatedHash(stored: string): boolean {
  const { cost } = read(stored);
  return (Object.keys(currentCost) as (keyof Cost)[]).some((name) => cost[name] !== currentCost[name]);
}

function written({ memoryKib, passes, parallelism }: Cost, salt: Buffer, key: Buffer): string {
  return `$argon2id$v=19$m=${memoryKib},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(key)}`;
}

function unpadded(bytes: Buffer): string {
  return bytes.toString("base64").replaceAll("=", "");
}

function read(stored: string): { cost: Cost; salt: Buffer; key: Buffer } {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(
    stored,
  );
  if (!match) throw new Error("A stored password hash has an unknown form.");
  return {
    cost: { memoryKib: Number(match[1]), passes: Number(match[2]), parallelism: Number(match[3]) },
    salt: Buffer.from(match[4]!, "base64"),
    key: Buffer.from(match[5]!, "base64"),
  };
}

/** Hashing runs in libuv's four threads, which files and DNS need too; and each takes its memory. */
const atOnce = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function derive(password: string, salt: Buffer, cost: Cost, length: number): Promise<Buffer> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await argon2id({
      message: composedPassword(password),
      nonce: salt,
      memory: cost.memoryKib,
      passes: cost.passes,
      parallelism: cost.parallelism,
      tagLength: length,
    });
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

function argon2id(parameters: Argon2Parameters): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    argon2("argon2id", parameters, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
