import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, Requires, type PersonPrincipal } from '@kantinekortet/identity';
import { ChildList } from './child.dto.ts';
import { ChildrenService } from './children.service.ts';

@ApiTags('guardians')
@Controller('guardians/me/children')
export class ChildrenController {
  private readonly children: ChildrenService;

  constructor(children: ChildrenService) {
    this.children = children;
  }

  @Get()
  @Requires('guardian')
  @ApiOperation({ summary: 'My children with card and balance' })
  @ApiOkResponse({ type: ChildList })
  mine(@Caller() caller: PersonPrincipal): Promise<ChildList> {
    return this.children.ofGuardian(caller.personId);
  }
}
