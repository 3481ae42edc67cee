import { Module } from '@nestjs/common';

/** What the office has to do by hand. */
@Module({})
export class TasksModule {}
