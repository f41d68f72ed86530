/**
 * The upload against the best uploaders there are: the same files, store, link and minute. Peers
 * are programs of their own, and so is ours.
 */
package io.flighthubcamunda.bench.upload;
