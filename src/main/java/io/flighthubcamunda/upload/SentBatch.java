package io.flighthubcamunda.upload;

import java.time.Instant;
import java.util.List;

/**
 * What must be registered of a batch that was sent.
 *
 * @param callbackParam FlightHub's opaque value that belongs to the files' credential
 * @param expiresAt until when FlightHub takes it
 * @param files sent with the last credential and not registered yet, in the order of the batch
 * @param registeredCount files that were registered already, because their credential ended
 */
public record SentBatch(
    String callbackParam, Instant expiresAt, List<UploadedFile> files, int registeredCount) {}
