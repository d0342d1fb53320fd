// English is told from other languages, and doubt stays doubt.
import { expect, test } from "vitest";
import { languageDetector } from "./language.ts";

const detect = languageDetector();

test.each([
  ["en", "Iran demanded four billion dollars in compensation for the cancellation of the order."],
  ["fr", "Le gouvernement français a annoncé mardi la signature d'un accord avec le Qatar."],
  ["ru", "Россия и Иран подписали соглашение о военном сотрудничестве."],
  ["de", "Die Bundesregierung hat den Verkauf von Panzern an Katar genehmigt."],
])("a sentence in %s is told", (language, text) => {
  expect(detect(text)).toBe(language);
});

test.each([
  "Peruvian-born María Julia Mantilla García crowned",
  "Philippine President Gloria Macapagal-Arroyo visits Manila",
  "Typhoon Noul",
  "S-300",
])("short news full of foreign names is not called foreign: %s", (text) => {
  expect([undefined, "en"]).toContain(detect(text));
});
