import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '@kantinekortet/identity';
import { PairingService } from './pairing.service.ts';
import { CreateRegisterRequest, PairingCodeDto, RegisterDto, RegisterList } from './register.dto.ts';
import { RegistersService } from './registers.service.ts';

@ApiTags('registers')
@Controller('schools/:schoolId/registers')
@Requires('office')
export class RegistersController {
  private readonly registers: RegistersService;
  private readonly pairing: PairingService;

  constructor(registers: RegistersService, pairing: PairingService) {
    this.registers = registers;
    this.pairing = pairing;
  }

  @Get()
  @ApiOperation({ summary: 'The registers of a school, by name' })
  @ApiOkResponse({ type: RegisterList })
  async list(@Param('schoolId', ParseUUIDPipe) schoolId: string): Promise<RegisterList> {
    return { items: await this.registers.list(schoolId) };
  }

  @Post()
  @ApiOperation({ summary: 'Make a register; a device is paired with it by a code' })
  @ApiCreatedResponse({ type: RegisterDto })
  create(
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Body() { name }: CreateRegisterRequest,
  ): Promise<RegisterDto> {
    return this.registers.create(schoolId, name);
  }

  @Post(':id/pairing-codes')
  @ApiOperation({ summary: 'Draw a pairing code that works once, for ten minutes; it replaces the one before' })
  @ApiCreatedResponse({ type: PairingCodeDto })
  drawCode(
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<PairingCodeDto> {
    return this.pairing.drawCode(schoolId, id);
  }

  @Post(':id/revoke')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take the right to sell from the device that is paired; no sale after this answer' })
  @ApiOkResponse({ type: RegisterDto })
  revoke(
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<RegisterDto> {
    return this.registers.revoke(schoolId, id);
  }
}
