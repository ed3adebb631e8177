import type { MethodSection } from '@/lib/method/method-types';
import { variablesOfSection } from '@/lib/method/variable-rows';
import styles from './method.module.css';
import { MethodBlockView } from './method-block';
import { VariableTable } from './variable-table';

/** A section of the method with the variables that belong to it. */
export function MethodSectionView({ section }: { readonly section: MethodSection }) {
  const { inputs, results } = variablesOfSection(section.id);
  return (
    <section id={section.id} className={styles.section} aria-labelledby={`${section.id}-title`}>
      <h3 id={`${section.id}-title`} className={styles.sectionTitle}>
        <a href={`#${section.id}`}>{section.title}</a>
      </h3>
      {section.blocks.map((block) => (
        <MethodBlockView key={JSON.stringify(block)} block={block} />
      ))}
      <VariableTable caption={`Inputs: ${section.title}`} rows={inputs} kind="inputs" />
      <VariableTable caption={`Results: ${section.title}`} rows={results} kind="results" />
    </section>
  );
}
