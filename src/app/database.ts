import type { Kysely, Transaction } from "kysely";
import type { AddressBookTables } from "#address-book/address-book.tables.ts";
import type { AttachmentsTables } from "#attachments/attachments.tables.ts";
import type { CampaignsTables } from "#campaigns/campaigns.tables.ts";
import type { ContactsTables } from "#contacts/contacts.tables.ts";
import type { ImportsTables } from "#imports/imports.tables.ts";
import type { InteractionsTables } from "#interactions/interactions.tables.ts";
import type { NumberingTables } from "#numbering/numbering.tables.ts";
import type { OpportunitiesTables } from "#opportunities/opportunities.tables.ts";
import type { PartiesTables } from "#parties/parties.tables.ts";
import type { ContextOf } from "#platform/context.ts";
import type { PlatformTables } from "#platform/platform.tables.ts";
import type { PrivacyTables } from "#privacy/privacy.tables.ts";
import type { QuestionnairesTables } from "#questionnaires/questionnaires.tables.ts";
import type { SalespeopleTables } from "#salespeople/salespeople.tables.ts";
import type { SegmentsTables } from "#segments/segments.tables.ts";
import type { SetupTables } from "#setup/setup.tables.ts";
import type { StatisticsTables } from "#statistics/statistics.tables.ts";
import type { TasksTables } from "#tasks/tasks.tables.ts";
import type { UsersTables } from "#users/users.tables.ts";
import type { ViewsTables } from "#views/views.tables.ts";

/** Every table, declared by the module that owns it. */
export interface Database
  extends PlatformTables,
    UsersTables,
    SalespeopleTables,
    NumberingTables,
    SetupTables,
    AddressBookTables,
    AttachmentsTables,
    ContactsTables,
    InteractionsTables,
    CampaignsTables,
    OpportunitiesTables,
    PartiesTables,
    PrivacyTables,
    SegmentsTables,
    TasksTables,
    QuestionnairesTables,
    ImportsTables,
    StatisticsTables,
    ViewsTables {}

export type Db = Kysely<Database>;
export type Tx = Transaction<Database>;

/** Who, when, in which language and on which database: the first argument of every command and query. */
export type Context = ContextOf<Db>;
