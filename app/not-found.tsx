import type { Route } from 'next';
import Link from 'next/link';
import { routes } from '@/lib/routes';
import styles from './message.module.css';

export const metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <main className={styles.page} id="main">
      <h1>There is nothing here for you</h1>
      <p>The address leads to nothing, or to something of a workspace that you are not a member of.</p>
      <p>
        <Link href={routes.library() as Route}>Go to the library</Link>
      </p>
    </main>
  );
}
