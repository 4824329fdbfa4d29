import { spawn } from 'node:child_process';

/**
 * Runs parts in lanes: those of one lane one after the other, in their order, the lanes at the same time. A part also
 * waits until the parts that it names in `after` are over, if they run at all. `perform` runs a part with what says its
 * words; of parts that run at the same time one has the floor, and the others say theirs once it is over.
 */
export async function runInLanes(parts, perform) {
  const floor = parts.length > 1 ? new Floor() : { enter: () => ALONE };
  const ends = new Map();
  const lanes = new Map();
  for (const part of parts) {
    const before = [lanes.get(part.lane), ...(part.after ?? []).map((title) => ends.get(title))];
    const end = Promise.all(before).then(async () => {
      const voice = floor.enter();
      try {
        await perform(part, voice);
      } finally {
        voice.leave();
      }
    });
    ends.set(part.title, end);
    lanes.set(part.lane, end);
  }
  await Promise.all(ends.values());
}

/** Runs a program to its end; what it prints goes to the voice, or stays unread. Returns its exit code. */
export function runProgram(command, flags, { voice, mute = false }) {
  return new Promise((resolve) => {
    const output = voice === ALONE ? 'inherit' : 'pipe';
    const child = spawn(command, flags, { stdio: ['ignore', mute ? 'ignore' : output, output] });
    child.stdout?.on('data', (text) => voice.say(text));
    child.stderr?.on('data', (text) => voice.say(text));
    child.once('error', (error) => {
      voice.say(`${error.message}\n`);
      resolve(1);
    });
    child.once('close', resolve);
  });
}

/** Nobody else speaks: programs write to the terminal themselves. */
const ALONE = { say: (text) => process.stdout.write(text), leave: () => undefined };

/** Lets the part that came first speak, and keeps the words of the others until it has left. */
class Floor {
  #voices = [];

  enter() {
    const kept = [];
    const voice = {
      over: false,
      say: (text) => void (this.#voices[0] === voice ? process.stdout.write(text) : kept.push(text)),
      sayKept: () => kept.splice(0).forEach(voice.say),
      leave: () => {
        voice.over = true;
        while (this.#voices[0]?.over) {
          this.#voices.shift();
          this.#voices[0]?.sayKept();
        }
      },
    };
    this.#voices.push(voice);
    return voice;
  }
}
