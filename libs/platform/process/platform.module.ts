import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { CONFIG, type Config } from '#platform/config';
import { createDataSource } from '#platform/database';
import { createJobQueue, JOB_QUEUE, type JobQueue } from '#platform/jobs';

/** What every part of a process shares: settings, one connection pool, one job queue. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(JOB_QUEUE) private readonly jobs: JobQueue,
  ) {}

  static forRoot(options: {
    config: Config;
    entities: readonly EntityTarget<ObjectLiteral>[];
  }): DynamicModule {
    const { config, entities } = options;
    return {
      module: PlatformModule,
      providers: [
        { provide: CONFIG, useValue: config },
        {
          provide: DataSource,
          useFactory: () => createDataSource({ url: config.databaseUrl, entities }).initialize(),
        },
        {
          provide: JOB_QUEUE,
          useFactory: () =>
            createJobQueue({
              databaseUrl: config.databaseUrl,
              redisUrl: config.redisUrl,
              log: (line) => console.error(line),
            }),
        },
      ],
      exports: [CONFIG, DataSource, JOB_QUEUE],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.jobs.stop();
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}
