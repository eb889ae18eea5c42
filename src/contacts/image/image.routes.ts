import type { FastifyReply, FastifyRequest } from "fastify";
import type { Context } from "#app/database.ts";
import { type AttachmentsConfig, receiveUpload, sweepContent } from "#attachments/index.ts";
import { attachmentNamed } from "#imports/exports/attachment-name.rules.ts";
import { entityTag } from "#platform/http/preconditions.ts";
import { type Api, sentBy, serve } from "#platform/http/serve.ts";
import { deleteImage, putImage } from "./image.commands.ts";
import * as contract from "./image.contract.ts";
import { findPicture, openPicture } from "./image.queries.ts";
import { imageFileName, maxImageBytes } from "./image.rules.ts";

/** Nothing in a picture may run or load anything, whoever made it. */
const lockedUp = "sandbox; default-src 'none'; frame-ancestors 'none'";

/** Seconds for which a browser keeps the address of one certain picture without asking. */
const keptSeconds = 86_400;

/** Pictures of contacts over HTTP. */
export function serveContactImages(api: Api, config: AttachmentsConfig): void {
  const { dataFolder } = config;
  serve(api, contract.putContactImage, async ({ ctx, params, ifMatch, request }) => {
    const limited = { ...config, uploadLimitBytes: maxImageBytes };
    const image = await receiveUpload(request, {}, limited, (upload) =>
      putImage(ctx, limited, { no: params.no, ifMatch }, upload),
    );
    await sweepContent(ctx, dataFolder);
    return image;
  });
  serve(api, contract.getContactImage, ({ ctx, params, query, request, reply }) =>
    sendPicture(ctx, dataFolder, { no: params.no, ...query }, request, reply),
  );
  serve(api, contract.deleteContactImage, async ({ ctx, params, ifMatch }) => {
    await deleteImage(ctx, { no: params.no, ifMatch });
    await sweepContent(ctx, dataFolder);
    return undefined;
  });
}

interface Asked {
  readonly no: string;
  readonly download?: boolean | undefined;
  readonly version?: string | undefined;
}

async function sendPicture(
  ctx: Context,
  dataFolder: string,
  { no, download = false, version }: Asked,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<undefined> {
  const picture = await findPicture(ctx.db, no);
  const tag = entityTag(picture.imageNo);
  const isKept = version === String(picture.imageNo);
  reply
    .header("etag", tag)
    .header("vary", "Authorization, Cookie")
    .header("cache-control", isKept ? `private, max-age=${keptSeconds}` : "private, no-cache")
    .header("content-security-policy", lockedUp)
    .header("cross-origin-resource-policy", "same-origin");
  if (request.headers["if-none-match"]?.split(",").some((known) => known.trim().replace(/^W\//, "") === tag))
    return sentBy(reply.code(304).send());
  const { bytes, mimeType, size } = await openPicture(ctx, dataFolder, picture.imageNo);
  const named = attachmentNamed(imageFileName(picture, mimeType));
  return sentBy(
    reply
      .header("content-type", mimeType)
      .header("content-length", size)
      .header("content-disposition", download ? named : named.replace(/^attachment/, "inline"))
      .send(bytes),
  );
}
