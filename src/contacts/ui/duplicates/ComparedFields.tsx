import { IconCheck } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { DuplicateDetails } from "#contacts/duplicates/duplicates.contract.ts";
import { useT } from "#web/i18n.ts";
import { contactHref } from "../addresses.ts";
import classes from "./duplicates.module.css";
import { namesOf } from "./pair-actions.ts";

type ComparedField = DuplicateDetails["fields"][number];

/** Both values of every field that is compared, and what of them is the same. */
export function ComparedFields({ details }: { readonly details: DuplicateDetails }) {
  const t = useT();
  const names = namesOf(details);
  return (
    <div className={classes.scroll}>
      <table className={classes.compared}>
        <thead>
          <tr>
            <th scope="col">{t("fields.field")}</th>
            <th scope="col">
              <Link to={contactHref(details.contactNo)}>{names.contact}</Link>
              <span className={classes.no}>{details.contactNo}</span>
            </th>
            <th scope="col">
              <Link to={contactHref(details.duplicateNo)}>{names.duplicate}</Link>
              <span className={classes.no}>{details.duplicateNo}</span>
            </th>
            <th scope="col">{t("contacts.duplicates.same")}</th>
          </tr>
        </thead>
        <tbody>
          {details.fields.map((field) => (
            <FieldRow key={field.field} field={field} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function FieldRow({ field }: { readonly field: ComparedField }) {
  const t = useT();
  const { contactValue, duplicateValue, strings } = field;
  const hits = strings.filter(({ isHit }) => isHit);
  const blank = <span className={classes.blank}>{t("contacts.changes.blank")}</span>;
  return (
    <tr data-hit={hits.length > 0 || undefined}>
      <th scope="row">{t(`fields.${field.field}`)}</th>
      <td>{contactValue ?? blank}</td>
      <td>{duplicateValue ?? blank}</td>
      <td>
        {hits.length === 0 && <span className={classes.blank}>{t("contacts.duplicates.nothing")}</span>}
        {hits.map(({ part, contactString }) => (
          <span key={part} className={classes.hit}>
            <IconCheck size={13} stroke={2.2} aria-hidden />
            {t(`contacts.duplicates.${part}Same`, { string: contactString ?? "" })}
          </span>
        ))}
      </td>
    </tr>
  );
}
