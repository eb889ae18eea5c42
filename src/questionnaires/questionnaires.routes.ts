import { type Api, created, serve } from "#platform/http/serve.ts";
import { answerWithJob } from "#platform/jobs/index.ts";
import * as classification from "./classification.contract.ts";
import { orderClassification } from "./classify/classification.commands.ts";
import { getDistribution } from "./distribution.queries.ts";
import { listProfileChanges as historyContract } from "./history/history.contract.ts";
import { listProfileChanges } from "./history/history.queries.ts";
import { changeLine, createLine, deleteLine, moveLine } from "./lines.commands.ts";
import * as lines from "./lines.contract.ts";
import { checkQuestionnaire, getLine, listAnswers, listLines } from "./lines.queries.ts";
import { clearAnswer, setAnswer } from "./profile/answers.commands.ts";
import { getContactProfile } from "./profile/profile.queries.ts";
import * as profile from "./profile.contract.ts";
import { changeQuestionnaire, createQuestionnaire, deleteQuestionnaire } from "./questionnaires.commands.ts";
import * as contract from "./questionnaires.contract.ts";
import { getQuestionnaire, listQuestionnaires } from "./questionnaires.queries.ts";
import { createRating, putRatingPoints } from "./ratings.commands.ts";
import * as ratings from "./ratings.contract.ts";
import { listRatingPoints } from "./ratings.queries.ts";

/** Questionnaires, profiles of contacts and their classification over HTTP. */
export function serveQuestionnaires(api: Api): void {
  serveHeaders(api);
  serveLines(api);
  serveRatings(api);
  serveProfiles(api);
  serveClassification(api);
}

function serveHeaders(api: Api): void {
  serve(api, contract.listQuestionnaires, ({ ctx, query }) => listQuestionnaires(ctx.db, query));
  serve(api, contract.getQuestionnaire, ({ ctx, params }) => getQuestionnaire(ctx.db, params.code));
  serve(api, contract.createQuestionnaire, async ({ ctx, body }) => {
    const questionnaire = await createQuestionnaire(ctx, body);
    return created(questionnaire, `/questionnaires/${encodeURIComponent(questionnaire.code)}`);
  });
  serve(api, contract.changeQuestionnaire, ({ ctx, params, body, ifMatch }) =>
    changeQuestionnaire(ctx, params.code, body, ifMatch),
  );
  serve(api, contract.deleteQuestionnaire, async ({ ctx, params, ifMatch }) => {
    await deleteQuestionnaire(ctx, params.code, ifMatch);
    return undefined;
  });
  serve(api, contract.checkQuestionnaire, ({ ctx, params }) => checkQuestionnaire(ctx.db, params.code));
}

function serveLines(api: Api): void {
  serve(api, lines.listQuestionnaireLines, ({ ctx, params }) => listLines(ctx.db, params.code));
  serve(api, lines.getQuestionnaireLine, ({ ctx, params }) => getLine(ctx.db, params.code, params.lineNo));
  serve(api, lines.createQuestionnaireLine, async ({ ctx, params, body }) => {
    const line = await createLine(ctx, params.code, body);
    return created(line, `/questionnaires/${encodeURIComponent(params.code)}/lines/${line.lineNo}`);
  });
  serve(api, lines.changeQuestionnaireLine, ({ ctx, params, body, ifMatch }) =>
    changeLine(ctx, params.code, params.lineNo, body, ifMatch),
  );
  serve(api, lines.deleteQuestionnaireLine, async ({ ctx, params, ifMatch }) => {
    await deleteLine(ctx, params.code, params.lineNo, ifMatch);
    return undefined;
  });
  serve(api, lines.moveQuestionnaireLine, ({ ctx, params, body }) =>
    moveLine(ctx, params.code, params.lineNo, body.direction),
  );
  serve(api, lines.listQuestionnaireAnswers, ({ ctx, query }) => listAnswers(ctx.db, query));
}

/** Names of the answers that a preset brings. */
const presetAnswers = { highLow: ["high", "low"], abc: ["a", "b", "c"], custom: [] } as const;

function serveRatings(api: Api): void {
  serve(api, ratings.listRatingPoints, ({ ctx, params }) =>
    listRatingPoints(ctx.db, params.code, params.lineNo),
  );
  serve(api, ratings.putRatingPoints, async ({ ctx, params, body }) => {
    const { answerQuestionnaireCode: questionnaireCode, answerLineNo: lineNo } = params;
    await putRatingPoints(ctx, params.code, params.lineNo, {
      questionnaireCode,
      lineNo,
      points: body.points,
    });
    return undefined;
  });
  serve(api, ratings.createRating, async ({ ctx, params, body }) => {
    const labels = presetAnswers[body.preset].map((name) =>
      api.translate(ctx.language, `questionnaires.presetAnswers.${name}`),
    );
    const rating = await createRating(ctx, params.code, body, labels);
    return created(
      rating,
      `/questionnaires/${encodeURIComponent(params.code)}/lines/${rating.items[0]!.lineNo}`,
    );
  });
}

function serveProfiles(api: Api): void {
  serve(api, profile.getContactProfile, ({ ctx, params }) => getContactProfile(ctx.db, params.no));
  serve(api, historyContract, ({ ctx, params, query }) => listProfileChanges(ctx.db, params.no, query));
  serve(api, profile.setProfileAnswer, async ({ ctx, params, query }) => {
    await setAnswer(ctx, params, { replace: query.replace ?? false });
    return undefined;
  });
  serve(api, profile.clearProfileAnswer, async ({ ctx, params }) => {
    await clearAnswer(ctx, params);
    return undefined;
  });
}

function serveClassification(api: Api): void {
  serve(api, classification.updateClassification, async (call) => {
    const jobId = await orderClassification(call.ctx, call.body);
    return answerWithJob<classification.ClassificationResult>(api, call, jobId);
  });
  serve(api, classification.getQuestionnaireDistribution, ({ ctx, params }) =>
    getDistribution(ctx.db, params.code),
  );
}
