/** Says what is wrong; the command fails at its end. */
export function complain(message) {
  console.error(message);
  process.exitCode = 1;
}
