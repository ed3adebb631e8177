'use client';

import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { FormProblem } from '@/components/forms/form-problem';
import forms from '@/components/forms/forms.module.css';
import { NewPasswordField } from '@/components/forms/new-password-field';
import { useAction } from '@/components/forms/use-action';
import { changePasswordAction } from '@/lib/server/accounts/actions';

interface PasswordFormProps {
  /** False for those who have only come through an identity provider so far. */
  readonly hasPassword: boolean;
  readonly email: string;
}

export function PasswordForm({ hasPassword, email }: PasswordFormProps) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [changed, setChanged] = useState(false);
  const { pending, problemOf, run } = useAction(changePasswordAction);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setChanged(false);
    if (!(await run({ current, next })).done) return;
    setCurrent('');
    setNext('');
    setChanged(true);
  }

  return (
    <form className={forms.form} onSubmit={submit}>
      <FormProblem message={problemOf()} />
      {/* For password managers, which otherwise do not know whose password it is. */}
      <input type="hidden" autoComplete="username" value={email} readOnly />
      {hasPassword ? (
        <PasswordInput
          label="Current password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
          error={problemOf('current')}
          visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the current password' }}
        />
      ) : null}
      <NewPasswordField label="New password" value={next} onChange={setNext} error={problemOf('next')} />
      <div className={forms.actions}>
        <span role="status" className={forms.done}>
          {changed ? 'Changed. Every other session has ended.' : ''}
        </span>
        <Button type="submit" size="sm" variant="default" loading={pending}>
          Change the password
        </Button>
      </div>
    </form>
  );
}
