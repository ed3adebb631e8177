import styles from './forms.module.css';

/** What is wrong with a form as a whole; said to screen readers as soon as it appears. */
export function FormProblem({ message }: { readonly message: string | undefined }) {
  return (
    <div role="alert" className={message ? styles.problem : styles.quiet}>
      {message}
    </div>
  );
}
