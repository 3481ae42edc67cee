import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { Config } from '../config.ts';
import { Database } from './database.ts';
import { columnTypes } from './types.ts';

const hotPool = Symbol('hotPool');
const hotPoolSize = 4;

@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Config],
      useFactory: (config: Config) => ({
        type: 'postgres' as const,
        url: config.databaseUrl,
        synchronize: false,
        autoLoadEntities: true,
        extra: { max: config.databasePoolSize, types: columnTypes },
      }),
    }),
  ],
  providers: [
    {
      provide: hotPool,
      inject: [Config],
      useFactory: (config: Config) =>
        new pg.Pool({ connectionString: config.databaseUrl, max: hotPoolSize, types: columnTypes }),
    },
    {
      provide: Database,
      inject: [DataSource, hotPool],
      useFactory: (dataSource: DataSource, pool: pg.Pool) => new Database(dataSource, pool),
    },
  ],
  exports: [Database],
})
export class DatabaseModule implements OnApplicationShutdown {
  private readonly pool: pg.Pool;

  constructor(@Inject(hotPool) pool: pg.Pool) {
    this.pool = pool;
    pool.on('error', () => undefined);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
