export * from './entities.js';
export { type OpenIncident, openIncidents } from './open-incidents.js';
