package io.flighthubcamunda.upload;

import io.flighthubcamunda.api.StorageCredential;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** A large file on its way in parts, and which of them are in the store. Safe for many threads. */
final class PartedObject {

  private final String name;
  private final String uploadId;
  private final Map<Integer, FileUpload.Sent> parts = new ConcurrentHashMap<>();
  private volatile StorageCredential credential;
  private volatile boolean carriedOver;

  /**
   * @param credential with which it was begun
   */
  PartedObject(String name, String uploadId, StorageCredential credential) {
    this.name = name;
    this.uploadId = uploadId;
    this.credential = credential;
  }

  String name() {
    return name;
  }

  String uploadId() {
    return uploadId;
  }

  /** The one that may go on with it, or end it. */
  StorageCredential credential() {
    return credential;
  }

  /** Whether another credential leads to the same object. */
  boolean isAlsoOf(StorageCredential other) {
    return other.endPoint().equals(credential.endPoint())
        && other.cloudBucketName().equals(credential.cloudBucketName())
        && other.keyOf(name).equals(credential.keyOf(name));
  }

  void carryOver(StorageCredential next) {
    credential = next;
    carriedOver = true;
  }

  boolean carriedOver() {
    return carriedOver;
  }

  /**
   * @param number 1 to 10,000
   */
  void sent(int number, FileUpload.Sent part) {
    parts.put(number, part);
  }

  /**
   * Forgets the parts that the store does not have as they were sent.
   *
   * @param listed ETags by part number
   */
  void keepOnly(Map<Integer, String> listed) {
    parts
        .entrySet()
        .removeIf(
            part ->
                !listed.containsKey(part.getKey())
                    || !new ObjectEtag(part.getValue().etag()).is(listed.get(part.getKey())));
  }

  int partsSent() {
    return parts.size();
  }

  /**
   * @param count parts that the whole file has
   */
  List<Integer> missing(int count) {
    return IntStream.rangeClosed(1, count).filter(n -> !parts.containsKey(n)).boxed().toList();
  }

  /** In order; to be asked when none is missing. */
  List<FileUpload.Sent> inOrder() {
    return IntStream.rangeClosed(1, parts.size()).mapToObj(parts::get).toList();
  }
}
