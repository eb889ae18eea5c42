import { Fact, FactBox, FactList } from "#web/card/FactBox.tsx";
import { useT } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import { useFormat } from "#web/use-format.ts";
import { listPartyEntries } from "../../entries/party-entries.contract.ts";
import type { PartyKind } from "../../party-kinds.rules.ts";

/** What the party was invoiced lately, as the system that posted it says. */
export function PartyEntriesBox({ kind, no }: { readonly kind: PartyKind; readonly no: string }) {
  const t = useT();
  const format = useFormat();
  const { data } = useEndpoint(listPartyEntries, { query: { kind, partyNo: no, limit: "5" } });
  if (!data || data.items.length === 0) return null;
  return (
    <FactBox titleKey="parties.card.entries">
      <FactList>
        {data.items.map((entry) => (
          <Fact
            key={entry.entryNo}
            label={[t(`parties.card.${entry.documentType}`), entry.documentNo, format.date(entry.postingDate)]
              .filter(Boolean)
              .join(" · ")}
          >
            {format.money(entry.amount)}
          </Fact>
        ))}
      </FactList>
    </FactBox>
  );
}
