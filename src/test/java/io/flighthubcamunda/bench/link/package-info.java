/**
 * Plays a network link that is long, narrow or unreliable, between clients and a port of this
 * machine.
 */
package io.flighthubcamunda.bench.link;
