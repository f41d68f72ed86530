/**
 * A Camunda engine on this machine for the demo, and for tests that need a real one. Knows nothing
 * of FlightHub, except for the demo itself.
 */
package io.flighthubcamunda.local;
