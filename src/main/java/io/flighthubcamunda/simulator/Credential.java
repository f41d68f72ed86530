package io.flighthubcamunda.simulator;

import java.time.Instant;

/**
 * A temporary storage key. It may write below its own prefix, and perhaps read the project's
 * results.
 */
record Credential(
    String accessKeyId,
    String secretAccessKey,
    String sessionToken,
    String callbackParam,
    String project,
    String uploadPrefix,
    boolean mayReadResults,
    Instant expiresAt) {

  /** Stands in {@code store_path} where the file name belongs (fact sheet 2.2). */
  static final String FILE_NAME = "{fileName}";

  String storePath() {
    return uploadPrefix + FILE_NAME;
  }

  /** The same, valid until then. */
  Credential expiredAt(Instant moment) {
    return new Credential(
        accessKeyId,
        secretAccessKey,
        sessionToken,
        callbackParam,
        project,
        uploadPrefix,
        mayReadResults,
        moment);
  }

  boolean expired(Instant now) {
    return !now.isBefore(expiresAt);
  }

  boolean mayWrite(String key) {
    return key.startsWith(uploadPrefix) && key.length() > uploadPrefix.length();
  }

  boolean mayRead(String key) {
    return mayWrite(key) || mayReadResults && key.startsWith(resultPrefix(project));
  }

  static String resultPrefix(String project) {
    return project + "/result/";
  }

  @Override
  public String toString() {
    return "Credential[keys=***, expiresAt=%s]".formatted(expiresAt);
  }
}
