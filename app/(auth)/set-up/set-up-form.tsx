'use client';

import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { FormProblem } from '@/components/forms/form-problem';
import styles from '@/components/forms/forms.module.css';
import { NewPasswordField } from '@/components/forms/new-password-field';
import { signInWithPassword } from '@/components/forms/sign-in-with-password';
import { useAction } from '@/components/forms/use-action';
import { routes } from '@/lib/routes';
import { completeSetUpAction } from '@/lib/server/accounts/actions';

export function SetUpForm({ token }: { readonly token: string }) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [workspace, setWorkspace] = useState('');
  const { pending, problemOf, run } = useAction(completeSetUpAction);
  const [entering, setEntering] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!(await run({ token, name, email, password, workspace })).done) return;
    setEntering(true);
    // The account is made; should signing in fail now, the sign-in page takes it from here.
    await signInWithPassword({ email, password }).catch(() => undefined);
    window.location.assign(routes.library());
  }

  return (
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
      <TextInput
        label="Name of the workspace"
        description="Your team or project, as others will see it."
        required
        withAsterisk={false}
        value={workspace}
        onChange={(event) => setWorkspace(event.currentTarget.value)}
        error={problemOf('workspace')}
      />
      <Button type="submit" size="sm" loading={pending || entering}>
        Create the workspace
      </Button>
    </form>
  );
}
