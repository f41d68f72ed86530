/**
 * The product as a whole: our diagrams in an in-memory engine, the real workers, and the real
 * simulator in place of FlightHub, with one clock that tests move.
 */
package io.flighthubcamunda.worker;
