import { MISREADINGS, type MisreadChart } from '@/lib/method/misreadings';
import styles from './charts.module.css';

/** How what stands above is usually misread, and what it says instead. */
export function MisreadingLine({ chart }: { readonly chart: MisreadChart }) {
  const { misread, instead } = MISREADINGS[chart];
  return (
    <p className={styles.misreadingLine}>
      Misread as <q>{misread}</q> {instead}
    </p>
  );
}
