import { useMutation, useQueryClient } from '@tanstack/react-query';
import { createScenario, keepDrillPicture, listScenarios, type Scenario } from '#contract/drills';
import { call } from '../api/client.js';
import { bytesOfDataUrl, type ScenarioFile } from './scenario-file.js';

/** Brings a scenario in from a file: its pictures first, then the scenario that shows them. */
export function useBringInScenario(onDone: (key: string) => void) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async ({ scenario, pictures }: ScenarioFile) => {
      for (const [id, url] of Object.entries(pictures)) {
        const form = new FormData();
        form.append('file', new Blob([bytesOfDataUrl(url) ?? new Uint8Array()]), id);
        await call(keepDrillPicture, {}, { form });
      }
      // Whether it is one is what the API checks, field by field.
      return call(createScenario, { body: scenario as Scenario });
    },
    onSuccess: async ({ key }) => {
      await cache.invalidateQueries({ queryKey: [listScenarios.path] });
      onDone(key);
    },
  });
}
