import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { routes } from '@/lib/routes';
import { setUpState } from '@/lib/server/accounts/set-up';
import styles from '../auth.module.css';
import { SetUpForm } from './set-up-form';

export const metadata: Metadata = { title: 'Set up', referrer: 'no-referrer' };

export default async function SetUpPage({ searchParams }: { readonly searchParams: Promise<{ token?: string }> }) {
  const { token = '' } = await searchParams;
  const state = await setUpState(token);
  if (state === 'finished') redirect(routes.signIn() as never);
  if (state === 'unknown') {
    return (
      <>
        <h1 className={styles.title}>This link is not valid any more</h1>
        <p>
          A set-up link works once and for a day. Start Rampline again where it runs: it prints a new link as long as
          nobody has an account.
        </p>
      </>
    );
  }
  return (
    <>
      <h1 className={styles.title}>Set up Rampline</h1>
      <p className={styles.lead}>
        You become the first administrator, of a workspace that begins with three sourced reference scenarios.
      </p>
      <SetUpForm token={token} />
    </>
  );
}
