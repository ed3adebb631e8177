'use client';

import { ActionIcon, type ActionIconProps, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './icon-button.module.css';

interface IconButtonProps extends Omit<ActionIconProps, 'children'> {
  /** Its name, shown on hover and said by readers. */
  readonly name: string;
  readonly shortcut?: string;
  readonly icon: ReactNode;
  readonly onClick?: () => void;
  readonly pressed?: boolean;
}

/** An icon with a name. */
export function IconButton({ name, shortcut, icon, onClick, pressed, ...rest }: IconButtonProps) {
  return (
    <Tooltip label={shortcut ? `${name} (${shortcut})` : name}>
      <ActionIcon {...rest} className={styles.button} aria-label={name} aria-pressed={pressed} onClick={onClick}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
