import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyReply } from "fastify";
import type { Api } from "#platform/http/serve.ts";

/** Where `npm run build:web` puts the web UI. */
export const webFolder = path.resolve(import.meta.dirname, "../../dist/web");

const YEAR_MS = 365 * 86_400_000;
const notPages = /^\/(api|healthz|readyz|metrics)(\/|$)/;

/**
 * Serves the built web UI: files whose names carry a hash are kept by browsers for good, every other address is the
 * one page, which is asked for anew each time. Returns false when it has not been built.
 */
export async function serveWebUi({ server }: Api, folder = webFolder): Promise<boolean> {
  if (!existsSync(path.join(folder, "index.html"))) return false;
  const files = new Set(await listFiles(folder));
  await server.register(fastifyStatic, {
    root: folder,
    serve: false,
    preCompressed: true,
    cacheControl: false,
  });
  server.get("/*", (request, reply) => {
    const address = decoded(request.url.split("?", 1)[0] ?? "/");
    if (address === null || notPages.test(address)) return reply.callNotFound();
    const file = address.slice(1);
    if (files.has(file) && file !== "index.html") return sendFile(reply, file);
    if (address.startsWith("/assets/")) return reply.callNotFound();
    return reply.header("cache-control", "no-cache").sendFile("index.html");
  });
  return true;
}

function sendFile(reply: FastifyReply, file: string): FastifyReply {
  const isHashed = file.startsWith("assets/");
  return reply
    .header(
      "cache-control",
      isHashed ? `public, max-age=${YEAR_MS / 1000}, immutable` : "public, max-age=3600",
    )
    .sendFile(file);
}

function decoded(address: string): string | null {
  try {
    return decodeURIComponent(address);
  } catch {
    return null;
  }
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"));
}
