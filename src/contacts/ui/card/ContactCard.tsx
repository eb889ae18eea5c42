import { Tabs } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconMessage } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import type { Contact } from "#contacts/contacts.contract.ts";
import { isPrivacyBlocked } from "#contacts/privacy.rules.ts";
import { getContactStatistics } from "#interactions/timeline.contract.ts";
import { ContactTimeline } from "#interactions/ui/index.ts";
import { CardGroup } from "#web/card/CardGroup.tsx";
import { CardPage } from "#web/card/CardPage.tsx";
import { SavingForm } from "#web/card/SavingForm.tsx";
import { useT } from "#web/i18n.ts";
import { useListSearch } from "#web/list/use-list-search.ts";
import { useEndpoint } from "#web/query.ts";
import { useMay } from "#web/session.ts";
import { contactsPath } from "../addresses.ts";
import { ContactPicture } from "../image/ContactPicture.tsx";
import { shownName } from "../shown-name.ts";
import { ChangeLog } from "./ChangeLog.tsx";
import classes from "./ContactCard.module.css";
import { ContactDetails } from "./ContactDetails.tsx";
import { ContactFacts, QuickContact } from "./ContactFacts.tsx";
import { ContactBadges, ContactSubtitle, PrivacyBanner } from "./ContactHeading.tsx";
import { cardActions } from "./card-actions.ts";
import { Sections } from "./Sections.tsx";
import { allSections } from "./sections.ts";
import { type CardTab, isSectionTab, sectionsOf, tabOf, tabsOf } from "./tabs.ts";
import { useCompany } from "./use-contact.ts";
import { useContactForm } from "./use-contact-form.ts";

const MergeHistory = lazy(() => import("../merge/MergeHistory.tsx"));
const DuplicateBanner = lazy(() => import("../duplicates/DuplicateBanner.tsx"));

/** Keep it with `key={no}`: another contact begins anew. */
export function ContactCard({ contact }: { readonly contact: Contact }) {
  const t = useT();
  const may = useMay();
  const { search, change } = useListSearch();
  const sections = sectionsOf(allSections, contact, may);
  const tabs = tabsOf(sections);
  const form = useContactForm(contact);
  const companyView = useCompany(contact.companyNo);
  const company = contact.type === "person" ? companyView.company : null;
  const isBlocked = isPrivacyBlocked(contact, company);
  // Beside a narrow page there is no room for facts: they stand above the timeline, which has no end.
  const isNarrow = useMediaQuery("(max-width: 1050px)", false, { getInitialValueInEffect: false });
  /** Counts the wishes to edit: each puts the cursor into the first field. */
  const [edits, setEdits] = useState(0);
  // The facts have asked for them already.
  const { data: figures } = useEndpoint(
    getContactStatistics,
    { params: { no: contact.no } },
    { enabled: may("interactions.read") },
  );
  const shown = { contact, company, isBlocked, sections };
  const facts = (
    <>
      <ContactFacts contact={contact} companyView={companyView} isBlocked={isBlocked} />
      <Sections {...shown} tab="facts" />
    </>
  );

  function show(next: CardTab): void {
    change({ tab: next === "overview" ? undefined : next });
  }

  /** What the server objects to is said at the fields. */
  async function save(): Promise<boolean> {
    const isSaved = await form.save();
    if (!isSaved) show("details");
    return isSaved;
  }

  return (
    <CardPage
      title={shownName(contact, t)}
      path={[{ label: t("contacts.list.title"), to: contactsPath }]}
      picture={<ContactPicture contact={contact} />}
      badges={<ContactBadges contact={contact} isBlocked={isBlocked} />}
      subtitle={<ContactSubtitle contact={contact} />}
      actions={cardActions}
      subject={{
        contact,
        isBlocked,
        edit: () => {
          show("details");
          setEdits(edits + 1);
        },
      }}
      form={{ ...form, save }}
      placesForm
      {...(isNarrow ? {} : { facts })}
    >
      <PrivacyBanner contact={contact} company={company} />
      {contact.type === "company" && (
        <Suspense fallback={null}>
          <DuplicateBanner no={contact.no} />
        </Suspense>
      )}
      {isNarrow && <QuickContact contact={contact} />}
      <Tabs
        value={tabOf(search, tabs)}
        onChange={(next) => {
          setEdits(0);
          show((next ?? "overview") as CardTab);
        }}
        keepMounted={false}
      >
        <Tabs.List className={classes.tabs} aria-label={t("contacts.card.tabs")}>
          {tabs.map((name) => (
            <Tabs.Tab
              key={name}
              value={name}
              rightSection={name === "comments" && figures?.hasComment ? <CommentsMark /> : undefined}
            >
              {t(`contacts.card.${name}Tab`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="overview">
          {isNarrow && (
            <CardGroup name="contacts.facts" titleKey="contacts.card.facts" layout="plain" startsFolded>
              <div className={classes.folded}>{facts}</div>
            </CardGroup>
          )}
          <ContactTimeline contact={{ ...contact, privacyBlocked: isBlocked }} />
        </Tabs.Panel>
        {tabs.filter(isSectionTab).map((tab) => (
          <Tabs.Panel key={tab} value={tab}>
            {tab === "details" && contact.erasedAt === null && (
              <SavingForm form={form}>
                <ContactDetails contact={contact} company={company} form={form} edits={edits} />
              </SavingForm>
            )}
            <Sections {...shown} tab={tab} />
          </Tabs.Panel>
        ))}
        <Tabs.Panel value="changes">
          <Suspense fallback={null}>
            <MergeHistory no={contact.no} />
          </Suspense>
          <ChangeLog no={contact.no} />
        </Tabs.Panel>
      </Tabs>
    </CardPage>
  );
}

function CommentsMark() {
  const t = useT();
  return (
    <>
      <IconMessage size={13} stroke={1.7} aria-hidden />
      <span className="visually-hidden">{t("contacts.details.comments.has")}</span>
    </>
  );
}
