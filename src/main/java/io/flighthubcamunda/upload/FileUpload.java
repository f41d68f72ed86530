package io.flighthubcamunda.upload;

import io.flighthubcamunda.imageset.ImageSource;
import io.flighthubcamunda.imageset.PlannedFile;
import io.flighthubcamunda.imageset.SourceFileChangedException;
import io.flighthubcamunda.storage.ObjectStore;
import io.flighthubcamunda.storage.StorageException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Sends one file in one request and makes sure that the store holds what the check saw. */
final class FileUpload {

  /** An ETag is the MD5 only for a single PUT without server-side key management. */
  private static final Pattern MD5 = Pattern.compile("\"?([0-9a-fA-F]{32})\"?");

  private final ImageSource images;
  private final boolean verify;

  FileUpload(ImageSource images, boolean verify) {
    this.images = images;
    this.verify = verify;
  }

  UploadedFile upload(PlannedFile file, ObjectStore store, UploadProgress progress) {
    var source = file.source();
    images.requireUnchanged(source);
    var md5 = md5();
    var etag = send(file, store, progress, md5);
    images.requireUnchanged(source);
    if (etag == null || etag.isBlank()) {
      throw new StorageException(
          StorageException.Kind.LASTING,
          "The store gave no ETag for %s, so FlightHub can't be told what was uploaded."
              .formatted(file.objectName()),
          null);
    }
    if (verify) {
      requireSame(file, etag, HexFormat.of().formatHex(md5.digest()));
    }
    return new UploadedFile(file.objectName(), etag);
  }

  private String send(
      PlannedFile file, ObjectStore store, UploadProgress progress, MessageDigest md5) {
    try {
      return store.put(
          file.objectName(),
          new FileContent(images, file.source(), md5),
          (bytes, offset, length) -> {
            if (verify) {
              md5.update(bytes, offset, length);
            }
            progress.sent(length);
          });
    } catch (StorageException e) {
      // A file that shrank or vanished under our hands looks like a broken request.
      images.requireUnchanged(file.source());
      throw e;
    } catch (UncheckedIOException e) {
      images.requireUnchanged(file.source());
      throw new SourceFileChangedException(
          "%s could not be read: %s."
              .formatted(file.source().relativePath(), e.getCause().getMessage()));
    }
  }

  private static void requireSame(PlannedFile file, String etag, String sent) {
    var stored = MD5.matcher(etag);
    if (stored.matches() && !stored.group(1).equalsIgnoreCase(sent)) {
      throw new StorageException(
          StorageException.Kind.PASSING,
          "The store holds other bytes for %s than were sent (its ETag is %s, the file's MD5 %s)."
              .formatted(file.objectName(), etag, sent),
          null);
    }
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has MD5", e);
    }
  }
}
