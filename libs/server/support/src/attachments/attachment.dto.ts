import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';

export class UploadFileQuery {
  @ApiProperty({ minLength: 1, maxLength: 200, example: 'kvittering.pdf' })
  @IsString()
  @Length(1, 200)
  fileName!: string;
}

export class StoredFileDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
}
