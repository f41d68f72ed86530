/**
 * Where image sets come from: turns the text of the variable {@code imageFolder} into a folder, a
 * list file or a bucket of an S3-compatible store, as far as it may be read.
 *
 * <p>Knows the image set and the AWS SDK. It may not know Camunda, Spring, nor FlightHub's own
 * store and the upload to it.
 */
package io.flighthubcamunda.source;
