import { Caller, Requires, type PersonPrincipal } from '@kantinekortet/identity';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { TaskListService } from './task-list.service.ts';
import { ResolveTaskRequest, TaskCounts, TaskDto, TaskListQuery, TaskPage } from './task.dto.ts';

@ApiTags('tasks')
@Controller('schools/:schoolId/tasks')
@Requires('office')
export class TasksController {
  private readonly tasks: TaskListService;

  constructor(tasks: TaskListService) {
    this.tasks = tasks;
  }

  @Get()
  @ApiOperation({ summary: 'What waits for the office, most urgent first, or what was resolved, newest first' })
  @ApiOkResponse({ type: TaskPage })
  list(@Param('schoolId', ParseUUIDPipe) schoolId: string, @Query() query: TaskListQuery): Promise<TaskPage> {
    return this.tasks.list(schoolId, query);
  }

  @Get('counts')
  @ApiOperation({ summary: 'How much waits for the office' })
  @ApiOkResponse({ type: TaskCounts })
  count(@Param('schoolId', ParseUUIDPipe) schoolId: string): Promise<TaskCounts> {
    return this.tasks.count(schoolId);
  }

  @Post(':id/resolve')
  @HttpCode(200)
  @ApiOperation({ summary: 'Resolve a task by a written note' })
  @ApiOkResponse({ type: TaskDto })
  resolve(
    @Caller() caller: PersonPrincipal,
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { resolution }: ResolveTaskRequest,
  ): Promise<TaskDto> {
    return this.tasks.resolve(caller, schoolId, id, resolution);
  }
}
