/**
 * How many whole reconstructions per second pass through an engine: the product's workers against
 * handlers that do nothing.
 */
package io.flighthubcamunda.bench.orchestration;
