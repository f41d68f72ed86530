/**
 * A store that takes everything and keeps nothing, so that whoever sends to it is what is measured.
 * Runs in a process of its own.
 */
package io.flighthubcamunda.bench.sink;
