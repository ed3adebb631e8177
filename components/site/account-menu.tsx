'use client';

import { Menu } from '@mantine/core';
import { IconChevronDown, IconLogout, IconUser } from '@tabler/icons-react';
import type { Route } from 'next';
import Link from 'next/link';
import { signOut } from 'next-auth/react';
import { routes } from '@/lib/routes';
import styles from './site-header.module.css';

export function AccountMenu({ userName }: { readonly userName: string }) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button type="button" className={styles.switch} aria-label={`Account of ${userName}`}>
          <IconUser size={16} aria-hidden className={styles.narrowOnly} />
          <span className={styles.wideOnly}>{userName}</span>
          <IconChevronDown size={14} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} href={routes.account() as Route} leftSection={<IconUser size={14} />}>
          Account
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLogout size={14} />}
          onClick={() => void signOut({ callbackUrl: routes.signIn() })}
        >
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
