import { serveAddressBook } from "#address-book/index.ts";
import { serveAttachments } from "#attachments/index.ts";
import { serveAudit } from "#audit/index.ts";
import { serveCampaigns } from "#campaigns/index.ts";
import { serveContacts } from "#contacts/contacts.routes.ts";
import { serveHome } from "#home/index.ts";
import { serveImports } from "#imports/index.ts";
import { serveInteractions } from "#interactions/index.ts";
import { serveNumbering } from "#numbering/index.ts";
import { serveOpportunities } from "#opportunities/index.ts";
import { serveParties } from "#parties/index.ts";
import type { Api } from "#platform/http/serve.ts";
import { serveJobs } from "#platform/jobs/jobs.routes.ts";
import { servePrivacy } from "#privacy/index.ts";
import { serveQuestionnaires } from "#questionnaires/index.ts";
import { serveSalespeople } from "#salespeople/index.ts";
import { serveSegments } from "#segments/index.ts";
import { type CompanyClock, serveSetup } from "#setup/index.ts";
import { serveStatistics } from "#statistics/statistics.routes.ts";
import { serveTasks } from "#tasks/index.ts";
import { serveUsers } from "#users/users.routes.ts";
import { serveViews } from "#views/index.ts";
import type { Config } from "./config.ts";

/** Every module's routes. */
export function serveAll(
  api: Api,
  clock: CompanyClock,
  config: Pick<Config, "dataFolder" | "uploadLimitBytes">,
): void {
  serveAddressBook(api, config);
  serveAudit(api);
  serveUsers(api);
  serveSetup(api, clock);
  serveSalespeople(api);
  serveNumbering(api);
  serveContacts(api, config);
  serveQuestionnaires(api);
  serveParties(api, config);
  servePrivacy(api, config);
  serveHome(api);
  serveCampaigns(api);
  serveSegments(api);
  serveOpportunities(api);
  serveTasks(api);
  serveAttachments(api, config);
  serveInteractions(api, config);
  serveStatistics(api);
  serveImports(api, config);
  serveJobs(api);
  serveViews(api);
}
