import type { FastifyInstance } from "fastify";
import { UnsupportedMedia } from "../errors.ts";

/**
 * Lets endpoints that consume these media types get the body as the stream it arrives in, unread and without a limit
 * of the server's own. Everywhere else such a body stays an unknown kind of content.
 */
export function acceptStreams(server: FastifyInstance, mediaTypes: readonly string[]): void {
  for (const type of mediaTypes.filter((mediaType) => !server.hasContentTypeParser(mediaType))) {
    server.addContentTypeParser(type, (request, payload, done) => {
      const isAccepted = request.routeOptions.config.endpoint?.consumes?.includes(type);
      if (isAccepted) done(null, payload);
      else done(new UnsupportedMedia("media_type_unsupported"));
    });
  }
}
