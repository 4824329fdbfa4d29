import { CrmConnection } from './crm-connection.entity.js';
import { CrmForgotten } from './crm-forgotten.entity.js';
import { CrmLink } from './crm-link.entity.js';
import { CrmConflict, CrmMatch } from './crm-question.entity.js';

export const CRM_ENTITIES = [CrmConnection, CrmConflict, CrmForgotten, CrmLink, CrmMatch];
