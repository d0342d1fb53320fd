// Properties are tried with one seed in the usual run, so that the same checkout always gives the same answer, and with a
// fresh one in `npm run test:full`, where fast-check prints the seed of what fails.
import fc from "fast-check";

const USUAL = 20_261_126;

if (process.env["PACTA_FULL"] !== "1") fc.configureGlobal({ seed: USUAL });
