import { type Hall, type Phase, writeItem } from '#contract/workshops';
import { useChange } from '../api/use-endpoint.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { newKey } from '../shared/new-key.js';
import { WriteForm } from './WriteForm.js';

/** Writes down what was said aloud, under the facilitator's own name. */
export function WriteForRoom({ hall, phase }: { hall: Hall; phase: Phase }) {
  const write = useChange(writeItem);
  if (phase.captures.length === 0) return null;
  return (
    <>
      <WriteForm
        kinds={phase.captures}
        onWrite={(kind, text) =>
          write.mutate({
            params: { workshopId: hall.id },
            body: { key: newKey(), kind, text, phaseKey: phase.key },
          })
        }
      />
      <ProblemAlert error={write.error} />
    </>
  );
}
