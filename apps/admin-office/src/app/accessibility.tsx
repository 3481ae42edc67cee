import { AccessibilityStatement } from '@kantinekortet/ui';

const contactEmail = import.meta.env.VITE_CONTACT_EMAIL ?? 'kontakt@kantinekortet.example';

export function Accessibility() {
  return <AccessibilityStatement service="Kantinekortet – administrasjon" contactEmail={contactEmail} />;
}
