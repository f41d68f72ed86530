package io.flighthubcamunda.bench.upload;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.DSYNC;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import io.flighthubcamunda.bench.BenchException;
import io.flighthubcamunda.bench.sink.KnownContents;
import io.flighthubcamunda.bench.sink.KnownContents.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGeneratorFactory;
import java.util.zip.CRC32C;

/**
 * The files of one workload on disk. They are made once; a folder with the first so many of them
 * holds hard links, so that every number of files costs the disk once.
 */
final class WorkloadFiles {

  private final Workload workload;
  private final Path directory;

  /**
   * @param directory for all workloads; each gets a folder of its own below
   */
  WorkloadFiles(Workload workload, Path directory) {
    this.workload = workload;
    this.directory = directory.resolve(workload.label());
  }

  /** What the store must know of them, for {@link KnownContents#read}. */
  Path contents() {
    return directory.resolve("contents.txt");
  }

  /**
   * Makes what is missing of the first {@code count} files.
   *
   * @param say hears that it takes a while
   */
  void make(int count, Consumer<String> say) {
    try {
      var all = directory.resolve("all");
      Files.createDirectories(all);
      List<Content> known =
          new ArrayList<>(Files.exists(contents()) ? KnownContents.read(contents()) : List.of());
      if (known.size() < count) {
        say.accept(
            "Making %,d files of %s below %s."
                .formatted(count - known.size(), workload.sizeText(), all));
      }
      for (int number = known.size(); number < count; number++) {
        var bytes = bytes(number);
        // A disk that still writes them would slow down the first to read them.
        Files.write(all.resolve(fileName(number)), bytes, WRITE, CREATE, TRUNCATE_EXISTING, DSYNC);
        known.add(content(bytes));
      }
      KnownContents.write(contents(), known);
    } catch (IOException e) {
      throw new BenchException(
          "The files to send could not be made in %s: %s".formatted(directory, e.getMessage()), e);
    }
  }

  /** A folder with the first {@code count} files and nothing else, read once into memory. */
  Path folder(int count) {
    var folder = directory.resolve("first-" + count);
    try {
      Files.createDirectories(folder);
      var buffer = new byte[workload.fileBytes()];
      for (int number = 0; number < count; number++) {
        var link = folder.resolve(fileName(number));
        link(link, directory.resolve("all").resolve(fileName(number)));
        try (var in = Files.newInputStream(link)) {
          in.readNBytes(buffer, 0, buffer.length);
        }
      }
      return folder;
    } catch (IOException e) {
      throw new BenchException(
          "The files to send could not be read in %s: %s".formatted(folder, e.getMessage()), e);
    }
  }

  private static void link(Path link, Path file) throws IOException {
    try {
      Files.createLink(link, file);
    } catch (FileAlreadyExistsException e) {
      // From an earlier run.
    }
  }

  private static String fileName(int number) {
    return "DJI_%05d.JPG".formatted(number + 1);
  }

  private byte[] bytes(int number) {
    var bytes = new byte[workload.fileBytes()];
    RandomGeneratorFactory.of("L64X128MixRandom")
        .create(workload.fileBytes() * 100_000L + number)
        .nextBytes(bytes);
    return bytes;
  }

  private static Content content(byte[] bytes) {
    try {
      var crc = new CRC32C();
      crc.update(bytes);
      var md5 = MessageDigest.getInstance("MD5").digest(bytes);
      return new Content(bytes.length, crc.getValue(), HexFormat.of().formatHex(md5));
    } catch (NoSuchAlgorithmException e) {
      throw new UncheckedIOException(new IOException("Every Java platform has MD5", e));
    }
  }
}
