import type { TransactionContext } from "#platform/db/transaction.ts";
import { domainEvent } from "#platform/events/events.ts";
import type { MarketingSetup } from "./marketing-setup.contract.ts";

export interface ChangedMarketingSetup {
  readonly before: MarketingSetup;
  readonly after: MarketingSetup;
  /** Whoever changed it wants all companies indexed for duplicates now (contacts §1.4). */
  readonly generateNow: boolean;
}

/** After the marketing set-up was changed, in the same transaction. */
export const marketingSetupChanged = domainEvent<TransactionContext, ChangedMarketingSetup>(
  "marketingSetup.changed",
);
