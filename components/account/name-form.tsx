'use client';

import { Button, TextInput } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { FormProblem } from '@/components/forms/form-problem';
import forms from '@/components/forms/forms.module.css';
import { useAction } from '@/components/forms/use-action';
import pages from '@/components/site/site-page.module.css';
import { changeNameAction } from '@/lib/server/accounts/actions';

export function NameForm({ name: saved, email }: { readonly name: string; readonly email: string }) {
  const router = useRouter();
  const [name, setName] = useState(saved);
  const { pending, problemOf, run } = useAction(changeNameAction);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if ((await run({ name })).done) router.refresh();
  }

  return (
    <form className={forms.form} onSubmit={submit}>
      <p className={pages.note}>You sign in as {email}. Others see your name beside what you change.</p>
      <FormProblem message={problemOf()} />
      <div className={pages.row}>
        <TextInput
          className={pages.grow}
          label="Name"
          autoComplete="name"
          required
          withAsterisk={false}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={problemOf('name')}
        />
        <Button type="submit" size="sm" variant="default" disabled={name === saved} loading={pending}>
          Save
        </Button>
      </div>
    </form>
  );
}
