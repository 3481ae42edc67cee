import './texts.ts';
import { AccessibilityStatement } from '@kantinekortet/ui';

export function Accessibility() {
  return <AccessibilityStatement service="Kantinekortet" />;
}
