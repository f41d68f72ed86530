/**
 * Object storage reached with a temporary credential of FlightHub: which address style a provider
 * wants, and what its refusals mean. Used by {@code upload} and {@code result}.
 *
 * <p>Knows nothing of Camunda or of image sets.
 */
package io.flighthubcamunda.storage;
