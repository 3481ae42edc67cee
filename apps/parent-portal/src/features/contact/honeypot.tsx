import styles from './contact.module.css';
import type { ContactForm } from './use-contact-form.ts';

/** A field that nobody sees, hears or reaches by keyboard: only a machine fills it. */
export function Honeypot({ form }: { form: ContactForm }) {
  return (
    <div className={styles.honeypot} aria-hidden>
      <input tabIndex={-1} autoComplete="off" {...form.register('website')} />
    </div>
  );
}
