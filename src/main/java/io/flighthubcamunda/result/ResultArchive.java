package io.flighthubcamunda.result;

import io.flighthubcamunda.api.ReconstructionType;
import java.nio.file.Path;

/**
 * A result on our disk.
 *
 * @param sizeBytes length of the file
 * @param sha256 hex digest of the file
 */
public record ResultArchive(ReconstructionType type, Path file, long sizeBytes, String sha256) {}
