package io.flighthubcamunda.upload;

import io.flighthubcamunda.imageset.PlannedFile;
import io.flighthubcamunda.imageset.SourceFile;
import io.flighthubcamunda.storage.ObjectStore;
import io.flighthubcamunda.storage.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** Sends one file in one request and makes sure that the store holds what the check saw. */
final class FileUpload {

  /** An ETag is the MD5 only for a single PUT without server-side key management. */
  private static final Pattern MD5 = Pattern.compile("\"?([0-9a-fA-F]{32})\"?");

  private final boolean verify;

  FileUpload(boolean verify) {
    this.verify = verify;
  }

  UploadedFile upload(PlannedFile file, ObjectStore store, UploadProgress progress) {
    var source = file.source();
    requireUnchanged(source);
    var md5 = md5();
    var etag = send(file, store, progress, md5);
    requireUnchanged(source);
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

  private static String send(
      PlannedFile file, ObjectStore store, UploadProgress progress, MessageDigest md5) {
    var told = new AtomicLong();
    try {
      return store.put(
          file.objectName(), file.source().size(), () -> open(file.source(), progress, told, md5));
    } catch (StorageException e) {
      // A file that shrank or vanished under our hands looks like a broken request.
      requireUnchanged(file.source());
      throw e;
    } catch (UncheckedIOException e) {
      requireUnchanged(file.source());
      throw new SourceFileChangedException(
          "%s could not be read: %s."
              .formatted(file.source().relativePath(), e.getCause().getMessage()));
    }
  }

  private static InputStream open(
      SourceFile source, UploadProgress progress, AtomicLong told, MessageDigest md5) {
    try {
      md5.reset();
      var in = new DigestInputStream(Files.newInputStream(source.path()), md5);
      return new ReportingInputStream(in, progress, told);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireUnchanged(SourceFile source) {
    try {
      var now = Files.readAttributes(source.path(), BasicFileAttributes.class);
      var modified = now.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.SECONDS);
      if (now.size() != source.size()
          || !modified.equals(source.modified().truncatedTo(ChronoUnit.SECONDS))) {
        throw new SourceFileChangedException(
            "%s changed after the check: it had %,d bytes of %s and has %,d bytes of %s now."
                .formatted(
                    source.relativePath(), source.size(), source.modified(), now.size(), modified));
      }
    } catch (NoSuchFileException e) {
      throw new SourceFileChangedException(
          "%s was there at the check and is gone now.".formatted(source.relativePath()));
    } catch (IOException e) {
      throw new SourceFileChangedException(
          "%s could be read at the check and can't be read now (%s)."
              .formatted(source.relativePath(), e.getMessage()));
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
