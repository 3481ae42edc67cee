import { addCatalogs, type Catalog } from '@kantinekortet/ui';

// These texts come with the feature's screens, so they are not in the first load of every other one.
await addCatalogs(import.meta.glob<Catalog>('./locales/*.po'));
