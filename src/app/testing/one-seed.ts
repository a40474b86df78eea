import fc from 'fast-check'

/**
 * Properties are tried with the same cases by hand and in CI, so that a change is judged by what it changed. Other cases:
 * `FOLKMOOT_SEED=7 npm test`; the full trials take a seed of their own.
 */
fc.configureGlobal({ seed: Number(process.env.FOLKMOOT_SEED ?? 20261122) })
