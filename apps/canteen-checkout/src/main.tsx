import '@kantinekortet/ui/styles.css';
import '@kantinekortet/ui/behaviours';
import { applyColorScheme, startLanguage } from '@kantinekortet/ui';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { catalogs } from './app/catalogs.ts';

applyColorScheme();
await startLanguage(catalogs);

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
