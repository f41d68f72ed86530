/**
 * What the workers count and time, in the {@link io.micrometer.core.instrument.MeterRegistry}. Tags
 * have few values: no image set, no instance and no file is named in a metric.
 */
package io.flighthubcamunda.worker.metrics;
