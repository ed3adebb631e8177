import { METHOD, METHOD_LEAD } from '@/lib/method/method';
import styles from './method.module.css';
import { MethodContents } from './method-contents';
import { MethodSectionView } from './method-section';

/** The whole method: contents, then chapter by chapter. */
export function MethodArticle() {
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1 className={styles.title}>Method</h1>
        <p className={styles.lead}>{METHOD_LEAD}</p>
      </header>
      <MethodContents chapters={METHOD} />
      <div className={styles.article}>
        {METHOD.map(({ title, sections }) => (
          <section key={title} className={styles.chapter} aria-label={title}>
            <h2 className={styles.chapterTitle}>{title}</h2>
            {sections.map((section) => (
              <MethodSectionView key={section.id} section={section} />
            ))}
          </section>
        ))}
      </div>
    </div>
  );
}
