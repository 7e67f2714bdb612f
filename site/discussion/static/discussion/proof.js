// Solves ALTCHA's task: the number that, after the salt, gives the challenge.

const AT_ONCE = 500; // tried between two looks at what the reader does

const encoder = new TextEncoder();
const hex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const hash = async (words) =>
  hex(new Uint8Array(await crypto.subtle.digest("SHA-256", encoder.encode(words))));

export async function solve({ algorithm, challenge, maxNumber, salt, signature }) {
  for (let from = 0; from <= maxNumber; from += AT_ONCE) {
    const numbers = Array.from({ length: AT_ONCE }, (_, step) => from + step);
    const hashes = await Promise.all(numbers.map((number) => hash(salt + number)));
    const found = hashes.indexOf(challenge);
    if (found >= 0) {
      return btoa(JSON.stringify({ algorithm, challenge, number: from + found, salt, signature }));
    }
    await new Promise((resolve) => setTimeout(resolve));
  }
  return "";
}
