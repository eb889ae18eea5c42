import { Checkbox, Fieldset, Stack } from "@mantine/core";
import type { Right } from "#users/rights.rules.ts";
import { useT } from "#web/i18n.ts";
import classes from "./RightsList.module.css";
import { groupRights } from "./right-areas.rules.ts";

/** Chooses among rights, by area. */
export function RightsPicker(props: {
  readonly offered: Iterable<Right>;
  readonly chosen: readonly Right[];
  readonly onChange: (chosen: Right[]) => void;
}) {
  const t = useT();
  return (
    <Checkbox.Group value={[...props.chosen]} onChange={(chosen) => props.onChange(chosen as Right[])}>
      <div className={classes.areas}>
        {groupRights(props.offered).map(({ area, rights }) => (
          <Fieldset
            key={area}
            variant="unstyled"
            legend={t(`users.areas.${area}`)}
            className={classes.picked}
          >
            <Stack gap={10}>
              {rights.map((right) => (
                <Checkbox key={right} value={right} label={t(`users.rights.${right}`)} />
              ))}
            </Stack>
          </Fieldset>
        ))}
      </div>
    </Checkbox.Group>
  );
}
