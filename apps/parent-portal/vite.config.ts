import { defineConfig } from 'vite';
import { spa } from '@kantinekortet/ui/vite';

export default defineConfig(spa(import.meta.dirname, { port: 4201 }));
