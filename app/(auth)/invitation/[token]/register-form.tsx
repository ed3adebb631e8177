'use client';

import { Button, TextInput } from '@mantine/core';
import type { Route } from 'next';
import Link from 'next/link';
import { signIn } from 'next-auth/react';
import { type FormEvent, useState } from 'react';
import { FormProblem } from '@/components/forms/form-problem';
import styles from '@/components/forms/forms.module.css';
import { NewPasswordField } from '@/components/forms/new-password-field';
import { signInWithPassword } from '@/components/forms/sign-in-with-password';
import { useAction } from '@/components/forms/use-action';
import { routes } from '@/lib/routes';
import { registerByInvitationAction, rememberInvitationAction } from '@/lib/server/workspaces/actions';

interface RegisterFormProps {
  readonly token: string;
  readonly provider: string | null;
}

/** For somebody without an account, or who is not signed in yet. */
export function RegisterForm({ token, provider }: RegisterFormProps) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const { pending, problemOf, run } = useAction(registerByInvitationAction);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!(await run({ token, name, email, password })).done) return;
    await signInWithPassword({ email, password }).catch(() => undefined);
    window.location.assign(routes.library());
  }

  async function enterThroughProvider() {
    await rememberInvitationAction({ token });
    await signIn('oidc', { callbackUrl: routes.library() });
  }

  return (
    <>
      <form className={styles.form} onSubmit={submit}>
        <FormProblem message={problemOf() ?? problemOf('token')} />
        <TextInput
          label="Your name"
          autoComplete="name"
          required
          withAsterisk={false}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={problemOf('name')}
        />
        <TextInput
          label="E-mail address"
          description="You sign in with it. Nothing is sent to it."
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={problemOf('email')}
        />
        <NewPasswordField label="Password" value={password} onChange={setPassword} error={problemOf('password')} />
        <Button type="submit" size="sm" loading={pending}>
          Create an account and join
        </Button>
      </form>
      {provider ? (
        <>
          <div className={styles.or}>or</div>
          <Button variant="default" size="sm" onClick={enterThroughProvider}>
            Join with {provider}
          </Button>
        </>
      ) : null}
      <p>
        You have an account? <Link href={routes.signIn(routes.invitation(token)) as Route}>Sign in</Link>, then join.
      </p>
    </>
  );
}
