package io.flighthubcamunda.api;

import java.util.List;

/**
 * Registration of uploaded files (fact sheet 2.4).
 *
 * @param resourceUuid chosen by the caller
 * @param resourceName display name, at most 255 characters
 * @param callbackParam the opaque value of the credential that the files were uploaded with
 * @param files 1 to 100 files
 */
public record UploadCallback(
    String resourceUuid, String resourceName, String callbackParam, List<File> files) {

  public static final int MAX_FILES = 100;

  public UploadCallback {
    files = List.copyOf(files);
    if (files.isEmpty() || files.size() > MAX_FILES) {
      throw new IllegalArgumentException(
          "A registration takes 1 to " + MAX_FILES + " files, not " + files.size() + ".");
    }
  }

  /**
   * @param name the name used for the object
   * @param etag the store's ETag
   */
  public record File(String name, String etag) {}
}
