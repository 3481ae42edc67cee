// Designsystemet's React components only render; these give them their behaviour. Its barrel would bring all of them
// and two large ones that no screen uses, so vite/spa.ts drops the barrel and each is named here.
import '@digdir/designsystemet-web/ds-error-summary';
import '@digdir/designsystemet-web/ds-field';
import '@digdir/designsystemet-web/fieldset';

// Nothing in a first picture needs the rest: a dialog or popover opens without it.
void import('./late-behaviours.ts');
