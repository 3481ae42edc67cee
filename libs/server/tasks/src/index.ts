export { OfficeTasks } from './office-tasks.service.ts';
export { TasksModule } from './tasks.module.ts';
