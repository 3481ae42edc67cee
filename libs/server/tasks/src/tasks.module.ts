import { IdentityModule } from '@kantinekortet/identity';
import { Module } from '@nestjs/common';
import { OfficeTasks } from './office-tasks.service.ts';
import { TaskListService } from './task-list.service.ts';
import { TasksController } from './tasks.controller.ts';

/** What the office has to do by hand. */
@Module({
  imports: [IdentityModule],
  controllers: [TasksController],
  providers: [OfficeTasks, TaskListService],
  exports: [OfficeTasks],
})
export class TasksModule {}
