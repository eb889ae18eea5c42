import type { FastifyReply, FastifyRequest } from "fastify";
import type { Context, Db } from "#app/database.ts";
import { type AttachmentsConfig, receiveUpload, sweepContent, type Upload } from "#attachments/index.ts";
import { attachmentNamed } from "#imports/exports/attachment-name.rules.ts";
import { entityTag } from "#platform/http/preconditions.ts";
import { type Api, sentBy, serve } from "#platform/http/serve.ts";
import type { StoredPicture, WantedPicture } from "./pictures.commands.ts";
import type { PictureContract } from "./pictures.contract.ts";
import { openPicture, type PictureOf } from "./pictures.queries.ts";
import { imageAddress, imageFileName, maxImageBytes } from "./pictures.rules.ts";

/** Nothing in a picture may run or load anything, whoever made it. */
const lockedUp = "sandbox; default-src 'none'; frame-ancestors 'none'";

/** Seconds for which a browser keeps the address of one certain picture without asking. */
const keptSeconds = 86_400;

/** Where records of one kind have their pictures. */
export interface PictureKeeper {
  /** @throws NotFound `image_none`, or that there is no such record */
  readonly find: (db: Db, no: string) => Promise<PictureOf>;
  readonly put: (
    ctx: Context,
    config: AttachmentsConfig,
    wanted: WantedPicture,
    upload: Upload,
  ) => Promise<StoredPicture>;
  readonly remove: (ctx: Context, wanted: WantedPicture) => Promise<void>;
}

/** Pictures of one kind of record over HTTP. */
export function servePictures(
  api: Api,
  config: AttachmentsConfig,
  of: PictureContract,
  { find, put, remove }: PictureKeeper,
): void {
  const { dataFolder } = config;
  serve(api, of.put, async ({ ctx, params, ifMatch, request }) => {
    const limited = { ...config, uploadLimitBytes: maxImageBytes };
    const { no, imageNo, ...picture } = await receiveUpload(request, {}, limited, (upload) =>
      put(ctx, limited, { no: params.no, ifMatch }, upload),
    );
    await sweepContent(ctx, dataFolder);
    return {
      [of.ownerNo]: no,
      image: imageAddress(of.resource, no, imageNo)!,
      ...picture,
      version: imageNo,
    };
  });
  serve(api, of.get, async ({ ctx, params, query, request, reply }) =>
    sendPicture(ctx, dataFolder, await find(ctx.db, params.no), query, request, reply),
  );
  serve(api, of.remove, async ({ ctx, params, ifMatch }) => {
    await remove(ctx, { no: params.no, ifMatch });
    await sweepContent(ctx, dataFolder);
    return undefined;
  });
}

interface Asked {
  readonly download?: boolean | undefined;
  readonly version?: string | undefined;
}

async function sendPicture(
  ctx: Context,
  dataFolder: string,
  picture: PictureOf,
  { download = false, version }: Asked,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<undefined> {
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
