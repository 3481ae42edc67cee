import { migrate } from './migrate.ts';

const url = process.env['MIGRATION_DATABASE_URL'];
if (!url) throw new Error('MIGRATION_DATABASE_URL is missing: the database as its owner');
await migrate(url);
