import { type Api, created, serve } from "#platform/http/serve.ts";
import { addLine, addLines } from "./add-lines.commands.ts";
import { changeLine } from "./change-line.commands.ts";
import { deleteLine, removeLines } from "./remove-lines.commands.ts";
import * as lines from "./segment-lines.contract.ts";
import { getSegmentLine, listContactSegmentLines, listSegmentLines } from "./segment-lines.queries.ts";
import { changeSegment, createSegment, deleteSegment } from "./segments.commands.ts";
import * as contract from "./segments.contract.ts";
import { getSegment, listSegments } from "./segments.queries.ts";

export function serveSegments(api: Api): void {
  serve(api, contract.listSegments, ({ ctx, query }) => listSegments(ctx.db, query));
  serve(api, contract.getSegment, ({ ctx, params }) => getSegment(ctx.db, params.no));
  serve(api, contract.createSegment, async ({ ctx, body }) => {
    const segment = await createSegment(ctx, body);
    return created(segment, `/segments/${encodeURIComponent(segment.no)}`);
  });
  serve(api, contract.changeSegment, ({ ctx, params, body, ifMatch }) =>
    changeSegment(ctx, params.no, body, ifMatch),
  );
  serve(api, contract.deleteSegment, async ({ ctx, params, ifMatch }) => {
    await deleteSegment(ctx, params.no, ifMatch);
    return undefined;
  });
  serveLines(api);
}

function serveLines(api: Api): void {
  serve(api, lines.listSegmentLines, ({ ctx, params, query }) => listSegmentLines(ctx.db, params.no, query));
  serve(api, lines.listContactSegmentLines, ({ ctx, params, query }) =>
    listContactSegmentLines(ctx.db, params.no, query),
  );
  serve(api, lines.getSegmentLine, ({ ctx, params }) => getSegmentLine(ctx.db, params.no, params.lineNo));
  serve(api, lines.createSegmentLine, async ({ ctx, params, body }) => {
    const line = await addLine(ctx, params.no, body);
    return created(line, `/segments/${encodeURIComponent(line.segmentNo)}/lines/${line.lineNo}`);
  });
  serve(api, lines.createSegmentLines, ({ ctx, params, body }) => addLines(ctx, params.no, body));
  serve(api, lines.changeSegmentLine, ({ ctx, params, body, ifMatch }) =>
    changeLine(ctx, params.no, params.lineNo, body, ifMatch),
  );
  serve(api, lines.deleteSegmentLine, async ({ ctx, params, ifMatch }) => {
    await deleteLine(ctx, params.no, params.lineNo, ifMatch);
    return undefined;
  });
  serve(api, lines.removeSegmentLines, async ({ ctx, params, body }) => ({
    removed: await removeLines(ctx, params.no, body.lineNos),
  }));
}
