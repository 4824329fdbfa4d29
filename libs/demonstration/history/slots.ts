import type { Locale } from '#platform/contract';

type Slot =
  'line' | 'stop' | 'bike' | 'minutes' | 'amount' | 'time' | 'day' | 'month' | 'count' | 'sigh' | 'joy';

const STOPS = [
  'République',
  'Tanneurs',
  'Hôtel de Ville',
  'Bellevue',
  'Université',
  'Croix-Blanche',
  'Hôpital Nord',
  'Saint-Clair',
];
const STOPS_EN = [
  'Harbour Square',
  'Mill Lane',
  'Castle Gate',
  'Union Street',
  'St Brigid’s',
  'Quayside',
  'North Hospital',
  'Orchard Park',
];

const VALUES: Record<Slot, Record<Locale, readonly string[]>> = {
  line: {
    fr: ['bus 4', 'bus 7', 'bus 12', 'bus 46', 'tram 2', 'tram 3', 'car 120', 'Noctambus N2'],
    en: ['46', 'number 7', '12 bus', 'number 2 tram', '120 coach', '3 tram', 'N2 night bus'],
  },
  stop: { fr: STOPS, en: STOPS_EN },
  bike: { fr: numbers(1013, 40, 173), en: numbers(5021, 40, 97) },
  minutes: { fr: numbers(12, 12, 4), en: numbers(12, 12, 4) },
  amount: {
    fr: ['12', '18,90', '24', '25', '31,50', '39', '42'],
    en: ['9', '12.50', '18', '20', '27.40', '35', '42'],
  },
  time: {
    fr: ['7 h', '7h20', '8h', '8h15', '17h45', '18 h', '19h30'],
    en: ['7am', '7.20', '8ish', 'half eight', '5.45', '6pm', '7.30 pm'],
  },
  day: {
    fr: ['lundi', 'mardi', 'jeudi', 'vendredi', 'samedi'],
    en: ['Monday', 'Tuesday', 'Thursday', 'Friday', 'Saturday'],
  },
  month: {
    fr: ['juillet', 'août', 'septembre', 'décembre'],
    en: ['July', 'August', 'September', 'December'],
  },
  count: { fr: numbers(4, 8, 1), en: numbers(4, 8, 1) },
  sigh: { fr: ['', '😤', '🙃', '😑', '🤦'], en: ['', '😤', '🙃', '😑', '🤦'] },
  joy: { fr: ['', '💛', '🚲', '☀️', '😊'], en: ['', '💛', '🚲', '☀️', '😊'] },
};

/** Fills the `{slots}` of a template; `pick` chooses one of a list. */
export function fillTemplate(
  template: string,
  language: Locale,
  pick: (values: readonly string[]) => string,
): string {
  return template
    .replace(/\{([a-z]+)\}/g, (whole, name: string) => (isSlot(name) ? pick(VALUES[name][language]) : whole))
    .replace(/\s+/g, ' ')
    .trim();
}

function isSlot(name: string): name is Slot {
  return name in VALUES;
}

function numbers(first: number, howMany: number, step: number): string[] {
  return Array.from({ length: howMany }, (_, index) => String(first + index * step));
}
