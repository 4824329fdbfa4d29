/** What an author posted within so many days is weighed anew when who they speak for changes. */
export const REWEIGHED_DAYS = 7;
/** Of each author, so many of the newest posts at most. */
export const REWEIGHED_POSTS = 200;
