import '@digdir/designsystemet-web/dialog';
import '@digdir/designsystemet-web/invokers';
import '@digdir/designsystemet-web/popover';
