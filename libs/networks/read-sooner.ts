/**
 * As SQL: sources that may be read sooner than planned because something was told of. The waits after failures are kept to,
 * and so is a pause that the network or the plan of its units asked for.
 */
export const MAY_BE_READ_SOONER = `state = 'active' and failures = 0 and (not_before is null or not_before <= now())`;
