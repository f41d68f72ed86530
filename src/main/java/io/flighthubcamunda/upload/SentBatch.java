package io.flighthubcamunda.upload;

import java.time.Instant;
import java.util.List;

/**
 * What must be registered of a batch that was sent.
 *
 * @param callbackParam FlightHub's opaque value that belongs to the files' credential
 * @param expiresAt until when FlightHub takes it
 * @param files in the order of the batch
 */
public record SentBatch(String callbackParam, Instant expiresAt, List<UploadedFile> files) {}
