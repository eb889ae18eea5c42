export { orderNightlyClassification } from "./classify/classification.commands.ts";
export { classifyContactsWork } from "./classify/classification.work.ts";
export { profileMergeSubscriptions } from "./profile/follow-merges.ts";
export { forgetAnswers } from "./profile/forget-answers.ts";
export { type ClassificationUpdate, classificationUpdated } from "./questionnaire-events.ts";
export { listQuestionnaires } from "./questionnaires.queries.ts";
export { serveQuestionnaires } from "./questionnaires.routes.ts";
