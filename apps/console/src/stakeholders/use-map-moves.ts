import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moveStakeholder, type StakeholderSummary } from '#contract/stakeholders';
import type { MapPlace } from '#rules/stakeholders';
import { useChange } from '../api/use-endpoint.js';
import { TOUCHED } from './touched.js';

interface Held {
  id: string;
  place: MapPlace;
  /** Null while it is in hand; else the version at which the server has it there. */
  version: number | null;
}

/** Lifting a stakeholder, moving it, and keeping it there or taking it back; the words for each are read aloud. */
export function useMapMoves() {
  const { t } = useTranslation();
  const [held, setHeld] = useState<Held | null>(null);
  const [said, setSaid] = useState('');
  const change = useChange(moveStakeholder, {
    touches: TOUCHED,
    onDone: ({ id, name, power, interest, version }) => {
      setHeld({ id, place: { power, interest }, version });
      setSaid(t('stakeholders.moved', { name, power, interest }));
    },
    onRefused: () => {
      setHeld(null);
      setSaid('');
    },
  });
  const placeOf = (item: StakeholderSummary): MapPlace => {
    const ours = held?.id === item.id && (held.version === null || held.version > item.version);
    return ours ? held.place : { power: item.power, interest: item.interest };
  };
  return {
    said,
    error: change.error,
    placeOf,
    isLifted: (item: StakeholderSummary) => held?.id === item.id && held.version === null,
    lift: (item: StakeholderSummary, place: MapPlace) => {
      change.reset();
      setHeld({ id: item.id, place, version: null });
      setSaid(t('stakeholders.lifted', { name: item.name, ...place }));
    },
    keep: (item: StakeholderSummary) => {
      const place = placeOf(item);
      if (place.power === item.power && place.interest === item.interest) {
        setHeld(null);
        setSaid('');
      } else {
        change.mutate({ params: { stakeholderId: item.id }, body: { ...place, version: item.version } });
      }
    },
    takeBack: (item: StakeholderSummary) => {
      setHeld(null);
      setSaid(t('stakeholders.takenBack', { name: item.name }));
    },
  };
}
