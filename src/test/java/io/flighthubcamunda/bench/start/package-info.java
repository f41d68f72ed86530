/**
 * Starts of reconstructions under fire: is there ever a second one that is billed, and does anybody
 * ask a person without need? Everything that lasts is shorter by one factor than in production.
 */
package io.flighthubcamunda.bench.start;
