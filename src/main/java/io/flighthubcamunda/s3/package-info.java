/**
 * What everything that talks to an S3-compatible store has in common, whichever store it is: the
 * one that FlightHub names, or the one that image sets are read from.
 *
 * <p>Knows the AWS SDK and nothing of ours.
 */
package io.flighthubcamunda.s3;
