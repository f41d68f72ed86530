package io.flighthubcamunda.bench.upload;

import io.flighthubcamunda.bench.sink.Certificate;
import java.net.URI;
import java.nio.file.Path;

/**
 * What a client has to do.
 *
 * @param folder holds the files and nothing else
 * @param store takes any bucket, key and credential
 * @param discardPort takes bytes without HTTP
 * @param verify whether each object's MD5 is held against its ETag
 * @param far whether the store is far away, so that many files at once are sensible
 * @param certificate of store and discard port
 * @param scratch a folder where a client may keep its own settings
 */
record UploadTask(
    Path folder,
    URI store,
    int discardPort,
    boolean verify,
    boolean far,
    Certificate certificate,
    Path scratch) {

  static final String BUCKET = "benchmark";

  /** Any will do: the store looks at no signature. */
  static final String ACCESS_KEY = "benchmark-access";

  static final String SECRET_KEY = "benchmark-secret";
  static final String SESSION_TOKEN = "benchmark-token";
  static final String REGION = "us-east-1";
}
