// Designsystemet's React components only render; these give them their behaviour. Its barrel would bring all of them
// and two large ones that no screen uses, so vite/spa.ts drops the barrel and each is named here.
import '@digdir/designsystemet-web/details';
import '@digdir/designsystemet-web/dialog';
import '@digdir/designsystemet-web/ds-error-summary';
import '@digdir/designsystemet-web/ds-field';
import '@digdir/designsystemet-web/fieldset';
import '@digdir/designsystemet-web/invokers';

// Nothing in a first picture needs the rest: a popover opens without it and is only placed by it.
void import('./late-behaviours.ts');
