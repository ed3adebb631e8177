'use client';

import { IconPlus, IconTrash } from '@tabler/icons-react';
import { writePlace } from '@/lib/workbench/place';
import { SmallButton } from '../../ui/small-button';
import { ChoiceField, DateField, NumberField, TextField } from '../fields/plain-fields';
import { ReferenceField } from '../fields/reference-fields';
import { Rejected } from '../fields/rejected';
import { useActions, useDocument } from '../workbench-context';
import { addEntry } from './add-entry';
import { FormGroup } from './form-group';
import styles from './forms.module.css';

/** The scenario itself: its name, horizon, dates, run. */
export function ScenarioForm() {
  const actions = useActions();
  const document = useDocument();
  return (
    <>
      <FormGroup>
        <TextField place="name" label="Name" />
        <TextField place="description" label="Description" long optional />
        <TextField place="currency" label="Currency" />
        <NumberField place="priceBase" optional />
      </FormGroup>
      <FormGroup title="Time">
        <DateField place="horizon/start" label="First month" month />
        <DateField place="horizon/end" label="Last month" month />
        <DateField place="projectStart" label="Project start" optional />
        <DateField place="statusDate" label="Status date" optional />
        <ReferenceField place="focus" label="Focus" list="tasks" optional="the first line's last requirement" />
        <ChoiceField
          place="floatTo"
          label="Float counts to"
          fallback="project"
          choices={[
            { value: 'project', label: "the project's finish" },
            { value: 'each-end', label: 'each open end' },
          ]}
        />
      </FormGroup>
      <FormGroup
        title="Calendars"
        actions={
          <SmallButton
            name="Add a calendar"
            icon={<IconPlus size={14} />}
            onClick={() => addEntry(actions, document, 'calendar')}
          />
        }
      >
        <Rejected field="add/calendar" />
        <Rejected field="remove/calendar" />
        {(document.calendars ?? []).length === 0 ? (
          <p className={styles.hint}>None given: Monday to Friday counts.</p>
        ) : null}
        <ul className={styles.list}>
          {(document.calendars ?? []).map(({ id, name }, index) => (
            <li key={id} className={styles.listRow}>
              <button type="button" className={styles.pick} onClick={() => actions.select({ kind: 'calendar', id })}>
                {name}
                {index === 0 ? ' (default)' : ''}
              </button>
              <SmallButton
                name={`Remove ${name}`}
                icon={<IconTrash size={14} />}
                onClick={() =>
                  actions.edit({
                    label: `Remove ${name}`,
                    field: 'remove/calendar',
                    change: (before) => writePlace(before, `calendars/${id}`, undefined),
                  })
                }
              />
            </li>
          ))}
        </ul>
      </FormGroup>
      <FormGroup title="Run">
        <NumberField place="run/trials" />
        <NumberField place="run/seed" />
        <ChoiceField
          place="run/sampling"
          label="Sampling"
          fallback="latin-hypercube"
          choices={[
            { value: 'latin-hypercube', label: 'Latin hypercube' },
            { value: 'monte-carlo', label: 'Monte Carlo' },
          ]}
        />
      </FormGroup>
    </>
  );
}
