'use client';

import { Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { Risk, RiskEffect, ScenarioDocument } from '@/lib/scenario/document';
import { EFFECTS, effectVariable, unitText } from '@/lib/scenario/variables';
import { readPlace, writePlace } from '@/lib/workbench/place';
import { SmallButton } from '../../ui/small-button';
import { FieldLabel } from '../fields/field-label';
import fieldStyles from '../fields/fields.module.css';
import { DateField, FlagField, TextField } from '../fields/plain-fields';
import { QuantityField } from '../fields/quantity-field';
import { EventField } from '../fields/reference-fields';
import { Rejected } from '../fields/rejected';
import { useActions, useDocument } from '../workbench-context';
import { FormGroup } from './form-group';
import styles from './forms.module.css';

export function RiskForm({ id }: { readonly id: string }) {
  const document = useDocument();
  const place = `risks/${id}`;
  const risk = readPlace(document, place) as Risk | undefined;
  if (!risk) return null;
  return (
    <>
      <FormGroup>
        <TextField place={`${place}/name`} label="Name" />
        <QuantityField place={`${place}/probability`} />
      </FormGroup>
      <Impacts place={place} risk={risk} />
      <WindowFields place={place} risk={risk} />
      <ResponseFields place={place} risk={risk} />
      <FormGroup>
        <TextField place={`${place}/meta/owner`} label="Owner" optional />
        <TextField place={`${place}/meta/note`} label="Note" long optional />
      </FormGroup>
    </>
  );
}

/** What an effect can act on. */
function targetsOf(
  document: ScenarioDocument,
  effect: RiskEffect,
): readonly { readonly id: string; readonly name: string }[] {
  switch (effectVariable(effect)?.target) {
    case 'tasks':
      return document.tasks ?? [];
    case 'lines':
      return document.lines ?? [];
    case 'contracts':
      return (document.materials ?? []).flatMap((material) =>
        material.contracts.map(({ id, supplier }) => ({ id, name: `${material.name}: ${supplier}` })),
      );
    case 'materials':
      return document.materials ?? [];
    case 'segments':
      return document.market?.segments ?? [];
    case 'tranches':
      return (document.funding?.tranches ?? []).map(({ id, name }) => ({ id, name: name ?? id }));
    default:
      return [];
  }
}

function Impacts({ place, risk }: { readonly place: string; readonly risk: Risk }) {
  const actions = useActions();
  const document = useDocument();
  const set = (impacts: Risk['impacts'], field: string) =>
    actions.edit({
      label: `Effects of ${risk.name}`,
      field,
      change: (before) => writePlace(before, `${place}/impacts`, impacts),
    });

  function change(index: number, effect: RiskEffect, target: string | undefined) {
    const possible = targetsOf(document, effect);
    const kept = possible.some(({ id }) => id === target) ? target : possible[0]?.id;
    const variable = effectVariable(effect);
    const before = risk.impacts[index];
    const same = before && effectVariable(before.effect)?.unit === variable?.unit;
    const amount = same ? before.amount : variable?.factor ? 0.8 : 30;
    const next = { ...before, effect, amount, target: variable?.target ? kept : undefined };
    if (next.target === undefined) delete next.target;
    set(
      risk.impacts.map((impact, at) => (at === index ? next : impact)),
      `${place}/impacts/${index}`,
    );
  }
  function add() {
    const task = document.tasks?.[0];
    const impact = task
      ? { target: task.id, effect: 'delay' as const, amount: 30 }
      : { effect: 'cost' as const, amount: 0 };
    set([...risk.impacts, impact], `${place}/impacts`);
  }
  return (
    <FormGroup
      title="What it does"
      actions={<SmallButton name="Add an effect" icon={<IconPlus size={14} />} onClick={add} />}
    >
      <Rejected field={`${place}/impacts`} />
      {risk.impacts.length === 0 ? (
        <p className={styles.hint}>No effect yet: add a delay, a factor or a cost.</p>
      ) : null}
      {risk.impacts.map((impact, index) => {
        const variable = effectVariable(impact.effect);
        const key = impact.id ?? String(index);
        const targets = targetsOf(document, impact.effect);
        return (
          <div key={key} className={styles.entry}>
            <div className={styles.entryHead}>
              Effect {index + 1}
              <SmallButton
                name={`Remove effect ${index + 1}`}
                icon={<IconTrash size={14} />}
                onClick={() =>
                  set(
                    risk.impacts.filter((_, at) => at !== index),
                    `${place}/impacts`,
                  )
                }
              />
            </div>
            <div className={fieldStyles.field}>
              <span className={fieldStyles.label}>
                <FieldLabel place={`${place}/impacts/${key}/effect`} label="Kind" />
              </span>
              <select
                className={fieldStyles.select}
                aria-label={`Effect ${index + 1}, kind`}
                value={impact.effect}
                onChange={({ target }) => change(index, target.value as RiskEffect, impact.target)}
              >
                {EFFECTS.map(({ effect, label }) => (
                  <option key={effect} value={effect}>
                    {label}
                  </option>
                ))}
              </select>
            </div>
            {variable?.target ? (
              <div className={fieldStyles.field}>
                <span className={fieldStyles.label}>
                  <FieldLabel place={`${place}/impacts/${key}/target`} label="On" />
                </span>
                <select
                  className={fieldStyles.select}
                  aria-label={`Effect ${index + 1}, on`}
                  value={impact.target ?? ''}
                  onChange={({ target }) => change(index, impact.effect, target.value)}
                >
                  {targets.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </select>
              </div>
            ) : null}
            <QuantityField
              place={`${place}/impacts/${key}/amount`}
              unit={unitText(variable?.unit ?? '', document.currency)}
              begin={variable?.factor ? 1 : 30}
            />
            {variable ? <p className={styles.hint}>{variable.explanation}</p> : null}
            <Rejected field={`${place}/impacts/${index}`} />
          </div>
        );
      })}
    </FormGroup>
  );
}

function WindowFields({ place, risk }: { readonly place: string; readonly risk: Risk }) {
  const actions = useActions();
  const document = useDocument();
  const toggle = () =>
    actions.edit({
      label: `Window of ${risk.name}`,
      field: `${place}/window`,
      change: (before) =>
        writePlace(
          before,
          `${place}/window`,
          risk.window ? undefined : { from: `${document.horizon.start}-01`, months: 12 },
        ),
    });
  return (
    <FormGroup
      title="Window"
      actions={
        <Button variant="subtle" size="compact-xs" onClick={toggle}>
          {risk.window ? 'remove' : 'limit to some months'}
        </Button>
      }
    >
      {risk.window ? (
        <>
          <EventField place={`${place}/window/from`} label="From" />
          <QuantityField place={`${place}/window/months`} begin={12} />
        </>
      ) : null}
      <Rejected field={`${place}/window`} />
    </FormGroup>
  );
}

function ResponseFields({ place, risk }: { readonly place: string; readonly risk: Risk }) {
  const actions = useActions();
  const document = useDocument();
  const toggle = () =>
    actions.edit({
      label: `Response to ${risk.name}`,
      field: `${place}/response`,
      change: (before) =>
        writePlace(
          before,
          `${place}/response`,
          risk.response ? undefined : { active: true, scale: 0.5, cost: 0, month: document.horizon.start },
        ),
    });
  return (
    <FormGroup
      title="Response"
      actions={
        <Button variant="subtle" size="compact-xs" onClick={toggle}>
          {risk.response ? 'remove' : 'plan one'}
        </Button>
      }
    >
      {risk.response ? (
        <>
          <FlagField place={`${place}/response/active`} label="Response" words="is taken" fallback={false} />
          <QuantityField place={`${place}/response/probability`} />
          <QuantityField place={`${place}/response/scale`} />
          <QuantityField place={`${place}/response/cost`} />
          <DateField place={`${place}/response/month`} label="Paid in" month optional />
        </>
      ) : null}
      <Rejected field={`${place}/response`} />
    </FormGroup>
  );
}
