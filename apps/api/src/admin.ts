import { Config } from '@kantinekortet/platform';
import { operatorEnvironment } from './admin/operator-environment.ts';
import { runAdmin } from './admin/run-admin.ts';

/** The operator's commands: `npm run admin -- help`. The operator has no sign-in: whoever has the environment is it. */
const { exitCode, lines } = await runAdmin(process.argv.slice(2), () => new Config(operatorEnvironment(process.env)));
for (const line of lines) console.log(line);
process.exitCode = exitCode;
