/**
 * One image set uploaded by one, two and four worker processes that share its batches through the
 * engine.
 */
package io.flighthubcamunda.bench.spread;
