import type { ScenarioView } from '#contract/drills';

/** Gives a scenario to the browser as a file that can be brought in elsewhere. */
export function saveScenarioFile({ key, scenario }: Pick<ScenarioView, 'key' | 'scenario'>): void {
  const address = URL.createObjectURL(
    new Blob([JSON.stringify(scenario, null, 2)], { type: 'application/json' }),
  );
  const link = document.createElement('a');
  link.href = address;
  link.download = `scenario-${key}.json`;
  link.click();
  URL.revokeObjectURL(address);
}
