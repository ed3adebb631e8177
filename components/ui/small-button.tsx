import type { ReactNode } from 'react';
import styles from './small-button.module.css';

interface SmallButtonProps {
  readonly name: string;
  readonly icon: ReactNode;
  readonly onClick: () => void;
  readonly disabled?: boolean;
}

/** An icon with a name, light enough to stand in every row of a long table. */
export function SmallButton({ name, icon, onClick, disabled }: SmallButtonProps) {
  return (
    <button
      type="button"
      className={styles.button}
      aria-label={name}
      title={name}
      disabled={disabled}
      onClick={onClick}
    >
      {icon}
    </button>
  );
}
