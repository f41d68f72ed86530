package io.flighthubcamunda.imageset;

/**
 * Something that the check of an image set has to say.
 *
 * @param code stable, for processes and tests; see {@link FindingCode}
 * @param message one sentence with numbers, up to five file names and what to do
 */
public record Finding(String code, String message) {}
