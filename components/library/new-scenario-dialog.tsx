'use client';

import { Button, Modal, Radio, TextInput } from '@mantine/core';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { FormProblem } from '@/components/forms/form-problem';
import forms from '@/components/forms/forms.module.css';
import { useAction } from '@/components/forms/use-action';
import { routes } from '@/lib/routes';
import { createScenarioAction } from '@/lib/server/scenarios/actions';
import type { TemplateRow } from '@/lib/server/scenarios/templates';

interface NewScenarioProps {
  readonly workspaceId: string;
  readonly templates: readonly TemplateRow[];
}

interface NewScenarioDialogProps extends NewScenarioProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function NewScenarioDialog({ opened, onClose, ...rest }: NewScenarioDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="New scenario" size="lg">
      <NewScenarioForm {...rest} onClose={onClose} />
    </Modal>
  );
}

const BLANK = 'blank';

function NewScenarioForm({ workspaceId, templates, onClose }: NewScenarioProps & { readonly onClose: () => void }) {
  const router = useRouter();
  const [name, setName] = useState('');
  const [currency, setCurrency] = useState('CNY');
  // Templates by position: a name may be anything, `blank` too.
  const [start, setStart] = useState('0');
  const { pending, problemOf, run } = useAction(createScenarioAction);
  const template = start === BLANK ? undefined : templates[Number(start)]?.name;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const input = template === undefined ? { workspaceId, name, currency } : { workspaceId, name, template };
    const result = await run(input);
    if (!result.done) return;
    onClose();
    router.push(routes.scenario(result.value.id) as Route);
  }

  return (
    <form className={forms.form} onSubmit={submit}>
      <FormProblem message={problemOf() ?? problemOf('template')} />
      <TextInput
        label="Name"
        data-autofocus
        required
        withAsterisk={false}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={problemOf('name')}
      />
      <Radio.Group label="Begin from" value={start} onChange={setStart}>
        <div className={forms.form} style={{ marginTop: 8 }}>
          {templates.map(({ name: title, summary }, index) => (
            <Radio key={title} size="xs" value={String(index)} label={title} description={summary} />
          ))}
          <Radio
            size="xs"
            value={BLANK}
            label="Blank"
            description="Twelve years and a working week; everything else is yours."
          />
        </div>
      </Radio.Group>
      {template === undefined ? (
        <TextInput
          label="Currency"
          description="Three letters (ISO 4217), such as CNY, USD or EUR."
          maxLength={3}
          w={160}
          required
          withAsterisk={false}
          value={currency}
          onChange={(event) => setCurrency(event.currentTarget.value.toUpperCase())}
          error={problemOf('currency')}
        />
      ) : null}
      <div className={forms.actions}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={pending}>
          Create
        </Button>
      </div>
    </form>
  );
}
