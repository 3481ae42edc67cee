import { languages, MayBeAbsent, Trimmed, type Language } from '@kantinekortet/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsEmail, IsIn, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { CaseFacts } from '../cases/case-facts.dto.ts';
import { caseTopics, type CaseTopic } from '../cases/case-rules.ts';

const maximumMessageLength = 5000;

class Question {
  @ApiProperty({ format: 'uuid', description: "The sender's own id of the case: sent twice, it is one" })
  @IsUUID()
  id!: string;

  @ApiProperty({ enum: caseTopics, enumName: 'CaseTopic' })
  @IsIn(caseTopics)
  topic!: CaseTopic;

  @ApiProperty({ minLength: 1, maxLength: maximumMessageLength })
  @Trimmed()
  @IsString()
  @Length(1, maximumMessageLength)
  message!: string;
}

export class ContactRequest extends Question {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  schoolId!: string;

  @ApiProperty({ minLength: 1, maxLength: 100 })
  @Trimmed()
  @IsString()
  @Length(1, 100)
  name!: string;

  @ApiProperty({ format: 'email' })
  @Trimmed()
  @IsEmail()
  @MaxLength(254)
  email!: string;

  @ApiProperty({ enum: languages, enumName: 'Language' })
  @IsIn(languages)
  language!: Language;

  @ApiPropertyOptional({ maxLength: 100, description: 'Of the child, as the sender writes it' })
  @MayBeAbsent()
  @Trimmed()
  @IsString()
  @MaxLength(100)
  childName?: string;

  @ApiPropertyOptional({ maxLength: 20, description: 'Of the card, as the sender reads it' })
  @MayBeAbsent()
  @Trimmed()
  @IsString()
  @MaxLength(20)
  cardNumber?: string;

  @ApiPropertyOptional({ description: 'A field that people do not see: what fills it is a machine' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(200)
  website?: string;
}

export class OwnContactRequest extends Question {
  @ApiProperty({ format: 'uuid', description: 'The child it is about' })
  @IsUUID()
  pupilId!: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Of a lost card: which one. It is blocked at once' })
  @MayBeAbsent()
  @IsUUID()
  cardId?: string;
}

export class ContactAnswer {
  @ApiProperty({ type: 'integer', description: 'The number of the case, as the receipt by mail says it' })
  number!: number;

  @ApiProperty({ description: 'Whether a card was blocked by it' })
  isCardBlocked!: boolean;
}

export class ContactSchoolDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;
}

export class ContactSchoolList {
  @ApiProperty({ type: [ContactSchoolDto] })
  items!: ContactSchoolDto[];
}

export class ThreadKeyRequest {
  @ApiProperty({ description: 'From the link in the mail' })
  @IsString()
  @Length(1, 100)
  key!: string;
}

export class OwnMessageRequest {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  id!: string;

  @ApiProperty({ minLength: 1, maxLength: maximumMessageLength })
  @Trimmed()
  @IsString()
  @Length(1, maximumMessageLength)
  body!: string;
}

export class ThreadMessageRequest extends OwnMessageRequest {
  @ApiProperty({ description: 'From the link in the mail' })
  @IsString()
  @Length(1, 100)
  key!: string;
}

export class ThreadMessageDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ description: 'True when the sender wrote it, false when the school did' })
  isOwn!: boolean;

  @ApiProperty()
  body!: string;

  @ApiProperty({ format: 'date-time' })
  createdAt!: Date;
}

/** A file that the sender put into the case, which is not sent back, or that an answer brought, which can be saved. */
export class ThreadFileDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  fileName!: string;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: "The school's message that brought it; null for the sender's own",
  })
  messageId!: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt!: Date;
}

export class OwnCaseDto extends CaseFacts {
  @ApiProperty()
  schoolName!: string;

  @ApiProperty({ format: 'date-time' })
  createdAt!: Date;

  @ApiProperty({ format: 'date-time' })
  updatedAt!: Date;
}

export class OwnCaseList {
  @ApiProperty({ type: [OwnCaseDto] })
  items!: OwnCaseDto[];
}

/** A case as its sender sees it: no notes, nobody's name. */
export class ThreadDto extends OwnCaseDto {
  @ApiProperty({ type: [ThreadMessageDto] })
  messages!: ThreadMessageDto[];

  @ApiProperty({ type: [ThreadFileDto] })
  files!: ThreadFileDto[];
}
