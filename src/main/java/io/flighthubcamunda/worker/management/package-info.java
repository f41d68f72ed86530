/**
 * What an operator's tools read from a worker: health, and the metrics for Prometheus, on a port of
 * their own that is closed unless it is set.
 */
package io.flighthubcamunda.worker.management;
