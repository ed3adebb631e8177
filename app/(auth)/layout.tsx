import type { ReactNode } from 'react';
import { BrandMark } from '@/components/site/brand-mark';
import styles from './auth.module.css';

export default function AuthLayout({ children }: { readonly children: ReactNode }) {
  return (
    <main className={styles.page}>
      <div className={styles.brand}>
        <BrandMark /> Rampline
      </div>
      <div className={styles.sheet}>{children}</div>
    </main>
  );
}
