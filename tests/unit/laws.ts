import fc from 'fast-check';

// Whether a change passes must depend on the change and not on luck, so every run draws the same cases. Other cases are looked at
// with LAWS_SEED=<number>, over and over, by whoever has changed what a law is about.
fc.configureGlobal({ seed: Number(process.env.LAWS_SEED ?? 20261122) });
