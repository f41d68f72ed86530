/**
 * The verbs of the jar, and what people at a terminal see.
 *
 * <p>May use every other package; none of them knows this one.
 */
package io.flighthubcamunda.cli;
