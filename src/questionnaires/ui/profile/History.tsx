import { Button, Select } from "@mantine/core";
import { useState } from "react";
import { CardGroup } from "#web/card/CardGroup.tsx";
import { useT } from "#web/i18n.ts";
import { useInfiniteList } from "#web/query.ts";
import { useFormat } from "#web/use-format.ts";
import { EmptyState } from "#web/widgets/EmptyState.tsx";
import { PageSkeleton } from "#web/widgets/PageSkeleton.tsx";
import { listProfileChanges, type ProfileChange } from "../../history/history.contract.ts";
import type { ContactProfile } from "../../profile.contract.ts";
import classes from "./Profile.module.css";

/** Which answers a contact got and lost, and how its ratings changed, the latest first. */
export default function History(props: {
  readonly contactNo: string;
  readonly questionnaires: ContactProfile["questionnaires"];
}) {
  const t = useT();
  const [code, setCode] = useState<string | null>(null);
  const list = useInfiniteList(
    listProfileChanges,
    { params: { no: props.contactNo }, query: code === null ? {} : { questionnaireCode: code } },
    { pageSize: 20 },
  );
  return (
    <CardGroup
      name="questionnaires.history"
      titleKey="questionnaires.history.title"
      layout="plain"
      startsFolded
    >
      {props.questionnaires.length > 1 && (
        <Select
          label={t("questionnaires.fields.questionnaireCode")}
          placeholder={t("questionnaires.history.everything")}
          data={props.questionnaires.map((each) => ({
            value: each.code,
            label: each.description ?? each.code,
          }))}
          value={code}
          onChange={setCode}
          clearable
          clearButtonProps={{ "aria-label": t("questionnaires.history.everything") }}
          maw={320}
          mb="sm"
        />
      )}
      {list.isLoading ? (
        <PageSkeleton />
      ) : list.rows.length === 0 ? (
        <EmptyState title={t("questionnaires.history.empty")} text={t("questionnaires.history.emptyText")} />
      ) : (
        <ol className={classes.history}>
          {list.rows.map((row) => (
            <Line key={`${row.changeNo}:${row.questionnaireCode}:${row.lineNo}:${row.change}`} change={row} />
          ))}
        </ol>
      )}
      {list.hasMore && (
        <Button variant="default" mb="md" onClick={list.loadMore} loading={list.isLoadingMore}>
          {t("questionnaires.history.more")}
        </Button>
      )}
    </CardGroup>
  );
}

function Line({ change: row }: { readonly change: ProfileChange }) {
  const t = useT();
  const format = useFormat();
  const points = (value: number | null) => (value === null ? "" : format.number(value));
  const values = { before: points(row.pointsBefore), after: points(row.pointsAfter) };
  const told = {
    gained: row.pointsAfter === null ? null : t("questionnaires.history.pointsGained", values),
    lost: row.pointsBefore === null ? null : t("questionnaires.history.pointsLost", values),
    points: t("questionnaires.history.points", values),
  }[row.change];
  const kind = t(`questionnaires.history.${row.change === "points" ? "pointsChanged" : row.change}`);
  const answer = row.answer ?? t("questionnaires.editor.unnamed", { lineNo: row.lineNo });
  const actor = row.actor === "rapport" ? t("questionnaires.history.automatic") : row.actor;
  const notes = [told, row.isLineDeleted ? t("questionnaires.history.deleted") : null].filter(Boolean);
  return (
    <li className={classes.change}>
      <div>
        <span className={classes.kind}>{kind}</span> {row.question ?? row.questionnaireCode}:{" "}
        <strong>{answer}</strong>
        {notes.length > 0 && <span className={classes.note}>{notes.join(" · ")}</span>}
      </div>
      <div className={classes.when}>
        {format.instant(row.recordedAt)} · {actor} · {t(`questionnaires.history.${row.cause}`)}
      </div>
    </li>
  );
}
