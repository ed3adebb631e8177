'use client';

import { Button, PasswordInput, TextInput } from '@mantine/core';
import { signIn } from 'next-auth/react';
import { type FormEvent, useState } from 'react';
import { FormProblem } from '@/components/forms/form-problem';
import styles from '@/components/forms/forms.module.css';
import { signInWithPassword } from '@/components/forms/sign-in-with-password';
import { useAction } from '@/components/forms/use-action';

interface SignInFormProps {
  readonly next: string;
  readonly problem: string | undefined;
  /** Name of the identity provider; null where there is none. */
  readonly provider: string | null;
}

export function SignInForm({ next, problem, provider }: SignInFormProps) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const { pending, problemOf, run, problem: refusal } = useAction(signInWithPassword);

  async function submit(event: FormEvent) {
    event.preventDefault();
    // A whole page load: everything that was fetched for a stranger is forgotten.
    if ((await run({ email, password })).done) window.location.assign(next);
  }

  return (
    <>
      <form className={styles.form} onSubmit={submit}>
        <FormProblem message={refusal ? problemOf() : problem} />
        <TextInput
          label="E-mail address"
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label="Password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password' }}
        />
        <Button type="submit" size="sm" loading={pending}>
          Sign in
        </Button>
      </form>
      {provider ? (
        <>
          <div className={styles.or}>or</div>
          <Button variant="default" size="sm" onClick={() => signIn('oidc', { callbackUrl: next })}>
            Sign in with {provider}
          </Button>
        </>
      ) : null}
    </>
  );
}
