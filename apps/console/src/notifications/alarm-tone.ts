/** Two short tones, a fifth apart, soft at both ends: to be noticed, not to startle. */
const TONES = [
  { hertz: 660, from: 0 },
  { hertz: 990, from: 0.18 },
];
const SECONDS = 0.16;
const LOUDNESS = 0.2;

let context: AudioContext | undefined;

/**
 * Browsers let a page sound only after the person has touched it: the first touch or key opens the way, and until then
 * the alarm is seen but not heard. Returns how to stop listening for it.
 */
export function unlockSound(): () => void {
  const unlock = () => {
    context ??= new AudioContext();
    void context.resume();
    stop();
  };
  const stop = () => {
    removeEventListener('pointerdown', unlock);
    removeEventListener('keydown', unlock);
  };
  addEventListener('pointerdown', unlock);
  addEventListener('keydown', unlock);
  return stop;
}

/** Sounds once; false when the browser does not allow it yet. */
export function soundAlarm(): boolean {
  if (context?.state !== 'running') return false;
  const now = context.currentTime;
  for (const { hertz, from } of TONES) {
    const tone = context.createOscillator();
    const loudness = context.createGain();
    tone.frequency.value = hertz;
    loudness.gain.setValueAtTime(0, now + from);
    loudness.gain.linearRampToValueAtTime(LOUDNESS, now + from + 0.02);
    loudness.gain.linearRampToValueAtTime(0, now + from + SECONDS);
    tone.connect(loudness).connect(context.destination);
    tone.start(now + from);
    tone.stop(now + from + SECONDS);
  }
  return true;
}
