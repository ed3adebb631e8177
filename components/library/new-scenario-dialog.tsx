'use client';

import { Button, FileInput, Modal, Radio, TextInput } from '@mantine/core';
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
const FILE = 'file';

/** A document that was read from a file, or the sentence why it could not be. */
type ReadFile = { readonly document: unknown; readonly name: string } | { readonly problem: string };

/** The server takes a little more. */
const MOST_BYTES = 15_000_000;

async function readFile(file: File): Promise<ReadFile> {
  if (file.size > MOST_BYTES) {
    return { problem: `${file.name} has ${Math.ceil(file.size / 1e6)} MB; a document may have 15 MB.` };
  }
  try {
    const document: unknown = JSON.parse(await file.text());
    const name = typeof document === 'object' && document !== null && 'name' in document ? document.name : undefined;
    return { document, name: typeof name === 'string' ? name : '' };
  } catch (error) {
    const why = error instanceof SyntaxError ? 'is not JSON' : 'could not be read';
    return { problem: `${file.name} ${why}. Choose the document of a scenario, as “Download as JSON” writes it.` };
  }
}

function NewScenarioForm({ workspaceId, templates, onClose }: NewScenarioProps & { readonly onClose: () => void }) {
  const router = useRouter();
  const [name, setName] = useState('');
  const [currency, setCurrency] = useState('CNY');
  // Templates by position: a name may be anything, `blank` too.
  const [start, setStart] = useState('0');
  const [read, setRead] = useState<ReadFile | null>(null);
  const { pending, problemOf, setProblem, run } = useAction(createScenarioAction);

  async function choose(file: File | null) {
    setProblem(null);
    const chosen = file === null ? null : await readFile(file);
    setRead(chosen);
    // A name that somebody typed stays.
    if (chosen !== null && 'name' in chosen) setName((typed) => typed || chosen.name);
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (start === FILE && (read === null || 'problem' in read)) {
      if (read === null) setProblem({ field: 'document', message: 'Choose the file to begin from.' });
      return;
    }
    const origin =
      start === FILE
        ? { document: read !== null && 'document' in read ? read.document : null }
        : start === BLANK
          ? { currency }
          : { template: templates[Number(start)]?.name };
    const result = await run({ workspaceId, name, ...origin });
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
          <Radio
            size="xs"
            value={FILE}
            label="A file"
            description="The document of a scenario, from here or from the command line, with its sources and notes."
          />
        </div>
      </Radio.Group>
      {start === FILE ? (
        <FileInput
          label="Document"
          placeholder="Choose a JSON file"
          accept="application/json,.json"
          clearable
          onChange={choose}
          error={read !== null && 'problem' in read ? read.problem : problemOf('document')}
        />
      ) : null}
      {start === BLANK ? (
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
