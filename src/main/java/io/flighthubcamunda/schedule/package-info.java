/**
 * When to look at a reconstruction again, and how many more may start. Pure functions and numbers:
 * the clock, the calls and the engine are the caller's.
 *
 * <p>Knows {@code api}'s records. Knows nothing of Camunda.
 */
package io.flighthubcamunda.schedule;
