import type { Migration } from "kysely/migration";
import * as platform from "./0001_platform.ts";
import * as users from "./0002_users.ts";
import * as setup from "./0003_setup.ts";
import * as contacts from "./0004_contacts.ts";
import * as interactions from "./0005_interactions.ts";
import * as salutationFormulas from "./0006_salutation_formulas.ts";
import * as contactSearch from "./0007_contact_search.ts";
import * as imports from "./0008_imports.ts";
import * as jobs from "./0010_jobs.ts";
import * as drafts from "./0020_drafts.ts";
import * as attachments from "./0021_attachments.ts";
import * as campaignsOpportunitiesTasks from "./0022_campaigns_opportunities_tasks.ts";
import * as statistics from "./0023_statistics.ts";
import * as logSearch from "./0024_log_search.ts";
import * as contactDetails from "./0025_contact_details.ts";
import * as parties from "./0026_parties.ts";
import * as duplicates from "./0027_duplicates.ts";
import * as merge from "./0028_merge.ts";
import * as questionnaires from "./0029_questionnaires.ts";
import * as privacy from "./0030_privacy.ts";
import * as contactImage from "./0031_contact_image.ts";
import * as savedViews from "./0032_saved_views.ts";
import * as corrections from "./0033_corrections.ts";
import * as interactionImports from "./0034_interaction_imports.ts";
import * as timelineKinds from "./0035_timeline_kinds.ts";
import * as opportunityCommentVersions from "./0036_opportunity_comment_versions.ts";
import * as segments from "./0037_segments.ts";
import * as opportunityEntries from "./0038_opportunity_entries.ts";
import * as partyImagesAndSyncLog from "./0039_party_images_and_sync_log.ts";
import * as carddav from "./0040_carddav.ts";
import * as taskTimesAndSetup from "./0042_task_times_and_setup.ts";
import * as profileHistory from "./0043_profile_history.ts";
import * as addressBookTokens from "./0044_address_book_tokens.ts";
import * as consentChannels from "./0045_consent_channels.ts";
import * as erasedWording from "./0046_erased_wording.ts";
import * as trailOfDeletedEntries from "./0047_trail_of_deleted_entries.ts";

/** Forward only, in this order; one that was merged is not edited. */
export const migrations: Record<string, Migration> = {
  "0001_platform": platform,
  "0002_users": users,
  "0003_setup": setup,
  "0004_contacts": contacts,
  "0005_interactions": interactions,
  "0006_salutation_formulas": salutationFormulas,
  "0007_contact_search": contactSearch,
  "0008_imports": imports,
  "0010_jobs": jobs,
  "0020_drafts": drafts,
  "0021_attachments": attachments,
  "0022_campaigns_opportunities_tasks": campaignsOpportunitiesTasks,
  "0023_statistics": statistics,
  "0024_log_search": logSearch,
  "0025_contact_details": contactDetails,
  "0026_parties": parties,
  "0027_duplicates": duplicates,
  "0028_merge": merge,
  "0029_questionnaires": questionnaires,
  "0030_privacy": privacy,
  "0031_contact_image": contactImage,
  "0032_saved_views": savedViews,
  "0033_corrections": corrections,
  "0034_interaction_imports": interactionImports,
  "0035_timeline_kinds": timelineKinds,
  "0036_opportunity_comment_versions": opportunityCommentVersions,
  "0037_segments": segments,
  "0038_opportunity_entries": opportunityEntries,
  "0039_party_images_and_sync_log": partyImagesAndSyncLog,
  "0040_carddav": carddav,
  "0042_task_times_and_setup": taskTimesAndSetup,
  "0043_profile_history": profileHistory,
  "0044_address_book_tokens": addressBookTokens,
  "0045_consent_channels": consentChannels,
  "0046_erased_wording": erasedWording,
  "0047_trail_of_deleted_entries": trailOfDeletedEntries,
};
