/** What the token of a Page has to allow; that it may answer is checked before a crisis shows it. */
export const FACEBOOK_RIGHTS = [
  'pages_read_engagement',
  'pages_read_user_content',
  'pages_manage_engagement',
];

/** What posts of their own on the Page need besides. */
export const POSTING_RIGHTS = ['pages_manage_posts'];
