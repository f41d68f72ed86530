package io.flighthubcamunda.result;

import io.flighthubcamunda.api.OpenModelApi;
import io.flighthubcamunda.api.ReconstructionType;
import io.flighthubcamunda.storage.ObjectStore;
import io.flighthubcamunda.storage.StoreConnections;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Fetches an archive by its storage key with the credential of a fresh {@code obtain_token}: the
 * first candidate of fact sheet 2.16, where the way to a result is not documented.
 */
public final class ResultDownload {

  private static final int BUFFER = 1 << 16;

  private final OpenModelApi flightHub;
  private final StoreConnections connections;

  public ResultDownload(OpenModelApi flightHub, StoreConnections connections) {
    this.flightHub = flightHub;
    this.connections = connections;
  }

  /**
   * Writes {@code folder/TYPE.zip}, under a temporary name until it is complete and readable. What
   * lies there already under that name is replaced.
   *
   * @param folder exists and may be written
   * @param key FlightHub's {@code zip_file_key}
   * @param received hears of bytes as they come
   */
  public ResultArchive download(
      Path folder, ReconstructionType type, String key, LongConsumer received) {
    var target = folder.resolve(type.label() + ".zip");
    var part = folder.resolve("." + type.label() + "-" + UUID.randomUUID() + ".part");
    try {
      var store = ObjectStore.of(flightHub.obtainToken(), connections);
      var digest = sha256();
      var size = fetch(store, key, part, digest, received);
      requireArchive(part, key);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return new ResultArchive(type, target, size, HexFormat.of().formatHex(digest.digest()));
    } catch (IOException e) {
      throw new ResultException(
          "The archive of the %s model could not be fetched to %s (%s). Check the disk space and the"
                  .formatted(type.label(), folder, e.getMessage())
              + " connection to the store.",
          true,
          e);
    } finally {
      deleteQuietly(part);
    }
  }

  private static long fetch(
      ObjectStore store, String key, Path part, MessageDigest digest, LongConsumer received)
      throws IOException {
    // Closing leaves the rest unread, which can be gigabytes that nobody wants.
    try (var object = store.get(key)) {
      var size = write(object, part, digest, received);
      var announced = object.length();
      if (announced.isPresent() && announced.getAsLong() != size) {
        throw new ResultException(
            "The archive %s broke off after %,d of %,d bytes."
                .formatted(key, size, announced.getAsLong()),
            true,
            null);
      }
      return size;
    }
  }

  private static long write(InputStream in, Path part, MessageDigest digest, LongConsumer received)
      throws IOException {
    try (var out = new DigestOutputStream(Files.newOutputStream(part), digest)) {
      var buffer = new byte[BUFFER];
      long size = 0;
      for (int count; (count = in.read(buffer)) >= 0; size += count) {
        out.write(buffer, 0, count);
        received.accept(count);
      }
      return size;
    }
  }

  private static void requireArchive(Path part, String key) throws IOException {
    try (var zip = new ZipFile(part.toFile())) {
      zip.size();
    } catch (ZipException e) {
      throw new ResultException(
          "What lies at %s is no readable zip archive (%s).".formatted(key, e.getMessage()),
          true,
          e);
    }
  }

  private static void deleteQuietly(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      // The result or the error at hand matters more than a leftover.
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
