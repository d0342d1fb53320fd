// What a user says of an endpoint is checked before anything is sent, and an error never repeats a secret.
import { expect, test } from "vitest";
import { addressOf, keyOf, modelOf } from "./told.ts";

test.each([
  ["http://localhost:8080/v1", "http://localhost:8080/v1/chat/completions"],
  ["https://api.example.org/v1/", "https://api.example.org/v1/chat/completions"],
  ["https://example.org/v1/chat/completions", "https://example.org/v1/chat/completions"],
  ["https://example.org", "https://example.org/chat/completions"],
  ["https://example.org/deploy?api-version=2#top", "https://example.org/deploy/chat/completions?api-version=2"],
])("%s is asked at %s", (url, address) => {
  expect(addressOf(url).href).toBe(address);
});

test.each(["localhost:8080", "file:///etc/hosts", "/v1", ""])("%s is no address", (url) => {
  expect(() => addressOf(url)).toThrow(expect.objectContaining({ code: "PACTA_USAGE_VALUE" }));
});

test("a key in the address is refused and not repeated", () => {
  const refused = expect.objectContaining({ code: "PACTA_USAGE_VALUE", message: expect.not.stringContaining("sesame") as string });
  expect(() => addressOf("https://me:sesame@example.org/v1")).toThrow(refused);
});

test("a key has no blanks or line ends inside, and is not repeated", () => {
  expect([keyOf(" sk-1\n"), keyOf(""), keyOf(undefined)]).toEqual(["sk-1", undefined, undefined]);
  for (const key of ["open sesame", "open\r\nx: sesame", "sesame–1"]) {
    const refused = expect.objectContaining({ code: "PACTA_CODER_KEY_INVALID", message: expect.not.stringContaining("sesame") as string });
    expect(() => keyOf(key)).toThrow(refused);
  }
});

test("a model's name can stand in a rule", () => {
  expect(modelOf("org/model-7b:free")).toBe("org/model-7b:free");
  for (const name of ["", "two words", "a\nb"]) expect(() => modelOf(name)).toThrow(expect.objectContaining({ code: "PACTA_USAGE_VALUE" }));
});
