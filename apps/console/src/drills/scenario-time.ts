export { scenarioClock } from '#rules/drills';
