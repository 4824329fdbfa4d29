import { readDrillPicture, type ScenarioView } from '#contract/drills';
import { problemOf } from '../api/api-problem.js';
import { fileOfScenario, picturesOf } from './scenario-file.js';

/** Gives a scenario to the browser as a file that can be brought in elsewhere, with the pictures that it shows. */
export async function saveScenarioFile({
  key,
  scenario,
}: Pick<ScenarioView, 'key' | 'scenario'>): Promise<void> {
  const pictures = await Promise.all(
    picturesOf(scenario).map(async (id) => [id, await readPicture(id)] as const),
  );
  const text = fileOfScenario(scenario, Object.fromEntries(pictures));
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `scenario-${key}.json`;
  link.click();
  URL.revokeObjectURL(address);
}

async function readPicture(id: string): Promise<string> {
  const response = await fetch(readDrillPicture.path.replace('{pictureId}', id));
  if (!response.ok) throw problemOf(response.status, null);
  const picture = await response.blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('the picture cannot be read'));
    reader.readAsDataURL(picture);
  });
}
