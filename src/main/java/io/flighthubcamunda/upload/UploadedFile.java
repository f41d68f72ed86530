package io.flighthubcamunda.upload;

/**
 * @param name the object name, as it must be registered
 * @param etag exactly as the store gave it
 */
public record UploadedFile(String name, String etag) {}
