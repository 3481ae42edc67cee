export { OfficeTasks } from './office-tasks.service.ts';
export type { TaskFacts } from './task.dto.ts';
export { TasksModule } from './tasks.module.ts';
