import type { Route } from 'next';
import Link from 'next/link';
import { ColourSchemeButton } from '@/components/ui/colour-scheme-button';
import { routes } from '@/lib/routes';
import type { WorkspaceRow } from '@/lib/server/workspaces/loaders';
import { AccountMenu } from './account-menu';
import { BrandMark } from './brand-mark';
import styles from './site-header.module.css';
import { WorkspaceMenu } from './workspace-menu';

interface SiteHeaderProps {
  readonly userName: string;
  readonly workspaces: readonly WorkspaceRow[];
  readonly current: WorkspaceRow | undefined;
  readonly page: 'library' | 'members' | 'account' | 'method';
}

/** The head of every page but the workbench: where one is, and the ways to the other pages. */
export function SiteHeader({ userName, workspaces, current, page }: SiteHeaderProps) {
  const here = (name: SiteHeaderProps['page']) => (name === page ? 'page' : undefined);
  return (
    <header className={styles.header}>
      <Link href={routes.library() as Route} className={styles.brand} aria-label="Rampline">
        <BrandMark />
        <span>Rampline</span>
      </Link>
      {current ? <WorkspaceMenu workspaces={workspaces} current={current} /> : null}
      <nav className={styles.nav} aria-label="Pages">
        <Link
          href={(current ? routes.workspace(current.id) : routes.library()) as Route}
          aria-current={here('library')}
          className={styles.link}
        >
          Library
        </Link>
        {current ? (
          <Link href={routes.members(current.id) as Route} aria-current={here('members')} className={styles.link}>
            Members
          </Link>
        ) : null}
        <Link href={routes.method() as Route} aria-current={here('method')} className={styles.link}>
          Method
        </Link>
      </nav>
      <div className={styles.tools}>
        <ColourSchemeButton />
        <AccountMenu userName={userName} />
      </div>
    </header>
  );
}
