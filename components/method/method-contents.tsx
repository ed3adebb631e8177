import type { MethodChapter } from '@/lib/method/method-types';
import styles from './method.module.css';

/** The table of contents. */
export function MethodContents({ chapters }: { readonly chapters: readonly MethodChapter[] }) {
  return (
    <nav className={styles.contents} aria-label="Contents">
      <ol className={styles.chapters}>
        {chapters.map(({ title, sections }) => (
          <li key={title}>
            <span className={styles.chapterName}>{title}</span>
            <ol className={styles.entries}>
              {sections.map((section) => (
                <li key={section.id}>
                  <a href={`#${section.id}`}>{section.title}</a>
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </nav>
  );
}
