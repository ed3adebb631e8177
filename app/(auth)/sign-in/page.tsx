import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { safePath } from '@/lib/server/access/safe-path';
import { currentViewer } from '@/lib/server/access/viewer';
import { setUpState } from '@/lib/server/accounts/set-up';
import { signInSentence } from '@/lib/server/accounts/sign-in-sentences';
import { environment } from '@/lib/server/environment';
import styles from '../auth.module.css';
import { SignInForm } from './sign-in-form';

export const metadata: Metadata = { title: 'Sign in' };

interface Props {
  readonly searchParams: Promise<{ readonly next?: string; readonly callbackUrl?: string; readonly error?: string }>;
}

export default async function SignInPage({ searchParams }: Props) {
  const { next, callbackUrl, error } = await searchParams;
  const path = safePath(next ?? callbackUrl);
  if (await currentViewer()) redirect(path as never);
  const nobodyYet = (await setUpState('')) !== 'finished';
  return (
    <>
      <h1 className={styles.title}>Sign in</h1>
      {nobodyYet ? (
        <p className={styles.lead}>
          Nobody has an account yet. Open the set-up link that was printed where Rampline was started; starting it again
          prints a new one.
        </p>
      ) : null}
      <SignInForm next={path} problem={signInSentence(error)} provider={environment().openIdConnect?.name ?? null} />
    </>
  );
}
