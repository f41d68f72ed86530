/**
 * Whether large image sets fit into small workers: the speed of the check, and the heap of a worker
 * that checks and uploads.
 */
package io.flighthubcamunda.bench.memory;
