/**
 * Looks for secrets in all that an observer could read: the engine's records, logs, metrics, texts
 * of end points, files. {@link io.flighthubcamunda.secrets.SecretScan} is the way in.
 */
package io.flighthubcamunda.secrets;
