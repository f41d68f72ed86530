package io.flighthubcamunda.upload;

import io.flighthubcamunda.imageset.ImageSource;
import io.flighthubcamunda.imageset.PlannedFile;
import io.flighthubcamunda.imageset.SourceFileChangedException;
import io.flighthubcamunda.storage.ChunkObserver;
import io.flighthubcamunda.storage.ContentMd5;
import io.flighthubcamunda.storage.StorageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Sends a file or a part of it once, and makes sure that the store holds what the check saw. */
final class FileUpload {

  private final ImageSource images;
  private final boolean verify;
  private final LongConsumer moved;

  /**
   * @param moved hears of bytes as they leave
   */
  FileUpload(ImageSource images, boolean verify, LongConsumer moved) {
    this.images = images;
    this.verify = verify;
    this.moved = moved;
  }

  /** The request that carries the bytes; its answer is the ETag. */
  @FunctionalInterface
  interface Put {
    String put(FileContent content, ChunkObserver observer);
  }

  /**
   * @param etag as the store gave it
   * @param md5 of what was sent; empty when nobody asked for it
   */
  record Sent(String etag, Optional<byte[]> md5) {}

  /** Hears of bytes that left whole when their upload fails: the store may hold them. */
  @FunctionalInterface
  interface InDoubt {

    /**
     * @param md5 of what left; empty when nobody asked for it
     */
    void left(Optional<byte[]> md5);
  }

  /**
   * @throws SourceFileChangedException when the file is not as the check saw it
   * @throws UnreadableFileException when it seems to be, and can't be read
   */
  Sent send(PlannedFile file, long begin, long length, Put put, InDoubt inDoubt) {
    requireUnchanged(file);
    var md5 = ContentMd5.start();
    var content = new FileContent(images, file.source(), begin, length, md5);
    String etag;
    try {
      etag = put(file, content, md5, put);
    } catch (StorageException e) {
      if (content.delivered() == length) {
        inDoubt.left(digest(md5));
      }
      throw e;
    }
    requireUnchanged(file);
    requireWhole(file, content);
    requireEtag(file, etag);
    var digest = digest(md5);
    if (digest.isPresent() && !new ObjectEtag(etag).allows(digest.get())) {
      inDoubt.left(digest);
      throw otherBytes(file, etag, digest.get());
    }
    return new Sent(etag, digest);
  }

  /**
   * @throws SourceFileChangedException when the file is not as the check saw it
   */
  void requireUnchanged(PlannedFile file) {
    images.requireUnchanged(file.source());
  }

  private Optional<byte[]> digest(MessageDigest md5) {
    return verify ? Optional.of(md5.digest()) : Optional.empty();
  }

  private String put(PlannedFile file, FileContent content, MessageDigest md5, Put put) {
    try {
      return put.put(
          content,
          (bytes, offset, length) -> {
            if (verify) {
              md5.update(bytes, offset, length);
            }
            moved.accept(length);
          });
    } catch (StorageException | UncheckedIOException e) {
      // A file that shrank or vanished under our hands looks like a broken request.
      requireUnchanged(file);
      if (content.unreadable().isPresent()) {
        throw unreadable(file, content.unreadable().get());
      }
      throw e instanceof UncheckedIOException io ? unreadable(file, io.getCause()) : e;
    }
  }

  private static UnreadableFileException unreadable(PlannedFile file, IOException e) {
    return new UnreadableFileException(
        "%s could be read at the check and can't be read now (%s)."
            .formatted(file.source().relativePath(), e.getMessage()),
        e);
  }

  private static void requireWhole(PlannedFile file, FileContent content) {
    if (content.delivered() != content.length()) {
      throw new StorageException(
          StorageException.Kind.PASSING,
          "Only %,d of %,d bytes of %s were sent."
              .formatted(content.delivered(), content.length(), file.objectName()),
          null);
    }
  }

  private static void requireEtag(PlannedFile file, String etag) {
    if (etag == null || etag.isBlank()) {
      throw new StorageException(
          StorageException.Kind.LASTING,
          "The store gave no ETag for %s, so FlightHub can't be told what was uploaded."
              .formatted(file.objectName()),
          null);
    }
  }

  private static StorageException otherBytes(PlannedFile file, String etag, byte[] sent) {
    return new StorageException(
        StorageException.Kind.PASSING,
        "The store holds other bytes for %s than were sent (its ETag is %s, the file's MD5 %s)."
            .formatted(file.objectName(), etag, HexFormat.of().formatHex(sent)),
        null);
  }
}
