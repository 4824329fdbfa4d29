import { WorkshopClusterRow } from './workshop-cluster.entity.js';
import { WorkshopDotRow } from './workshop-dot.entity.js';
import { WorkshopHarvestRow } from './workshop-harvest.entity.js';
import { WorkshopItemRow } from './workshop-item.entity.js';
import { WorkshopMethodVersionRow } from './workshop-method-version.entity.js';
import { WorkshopMethodRow } from './workshop-method.entity.js';
import { WorkshopRunRow } from './workshop-run.entity.js';
import { WorkshopSeatRow } from './workshop-seat.entity.js';
import { WorkshopRow } from './workshop.entity.js';

export const WORKSHOPS_ENTITIES = [
  WorkshopRow,
  WorkshopRunRow,
  WorkshopSeatRow,
  WorkshopClusterRow,
  WorkshopItemRow,
  WorkshopDotRow,
  WorkshopHarvestRow,
  WorkshopMethodRow,
  WorkshopMethodVersionRow,
];
