import { type Server, type ServerResponse, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { FastifyRequest } from "fastify";
import { AppError, Malformed } from "../errors.ts";
import type { Translator } from "../i18n/translate.ts";
import { toProblem } from "./problems.ts";

/** Bytes that are no HTTP request, or too many or too late. */
class Unreadable extends AppError {
  readonly status: number;

  constructor(status: number, code: string) {
    super(code);
    this.status = status;
  }
}

/** Answers what never became a request, in English: nothing is known of the caller. */
export function answerUnreadable(translate: Translator): (error: { code?: string }, socket: Socket) => void {
  return (error, socket) => {
    if (error.code === "ECONNRESET" || socket.destroyed) return;
    // What came before was understood and is answered already.
    if (hasAnswerOnItsWay(socket)) return void socket.destroySoon();
    const problem = toProblem(unreadable(error.code), "en", translate);
    const body = JSON.stringify(problem);
    const lines = [
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
      "connection: close",
      "content-type: application/problem+json; charset=utf-8",
      `content-length: ${Buffer.byteLength(body)}`,
    ];
    if (socket.writable) socket.end(`${lines.join("\r\n")}\r\n\r\n${body}`, () => socket.destroy());
    else socket.destroy();
  };
}

function unreadable(code: string | undefined): Unreadable {
  switch (code) {
    case "HPE_HEADER_OVERFLOW":
      return new Unreadable(431, "headers_too_large");
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return new Unreadable(408, "request_too_slow");
    default:
      return new Unreadable(400, "malformed");
  }
}

/** Node keeps the answer under way with its socket and names no other way to ask. */
function hasAnswerOnItsWay(socket: Socket): boolean {
  return (socket as { _httpMessage?: ServerResponse })._httpMessage?.headersSent ?? false;
}

/** Refuses a body sent in a way we do not know, before the request is acted upon: it will turn out to be unreadable. */
export function refuseUnknownEncoding(request: FastifyRequest): void {
  const encoding = request.headers["transfer-encoding"];
  if (encoding !== undefined && encoding.toLowerCase() !== "chunked") throw new Malformed("malformed");
}

/** A request that expects what we do not know is answered like any other; Node would refuse it without a word. */
export function ignoreExpectations(server: Server): void {
  server.on("checkExpectation", (request, response) => server.emit("request", request, response));
}
