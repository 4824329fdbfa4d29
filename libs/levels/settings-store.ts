import type { EntityManager } from 'typeorm';
import { DEFAULT_LEVEL_SETTINGS, type LevelSettings } from './level-settings.js';

export interface SettingsVersion {
  /** 0 for the defaults, before anybody changed them. */
  version: number;
  settings: LevelSettings;
}

/** The settings in force. */
export async function currentSettings(manager: Pick<EntityManager, 'query'>): Promise<SettingsVersion> {
  const [row]: SettingsVersion[] = await manager.query(
    `select version, settings from level_settings order by version desc limit 1`,
  );
  return row ?? { version: 0, settings: DEFAULT_LEVEL_SETTINGS };
}
