import { AccessibilityStatement } from '@kantinekortet/ui';
import { contactEmail } from '../../app/contact.ts';

export function Accessibility() {
  return <AccessibilityStatement service="Kantinekortet" contactEmail={contactEmail} />;
}
