import '@digdir/designsystemet-web/clickdelegatefor';
import '@digdir/designsystemet-web/dialog';
import '@digdir/designsystemet-web/ds-tabs';
import '@digdir/designsystemet-web/invokers';
import '@digdir/designsystemet-web/popover';
import '@digdir/designsystemet-web/readonly';
import '@digdir/designsystemet-web/toggle-group';
import '@digdir/designsystemet-web/tooltip';
