package io.flighthubcamunda.secrets;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** All files below a folder, and what zip and gzip files among them hold. */
final class ReadableFiles {

  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] GZIP = {0x1f, (byte) 0x8b};

  private final Path folder;

  ReadableFiles(Path folder) {
    this.folder = folder;
  }

  /** What one file, or an entry of one, holds. */
  @FunctionalInterface
  interface Reader {
    void read(String name, InputStream content) throws IOException;
  }

  /** A file that goes away meanwhile is left out; brokers and workers may still be running. */
  void read(Reader reader) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isRegularFile()) {
              ReadableFiles.this.read(file, reader);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (Files.exists(file)) {
              throw failure;
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException failure)
              throws IOException {
            return failure == null ? FileVisitResult.CONTINUE : visitFileFailed(directory, failure);
          }
        });
  }

  private void read(Path file, Reader reader) throws IOException {
    var name = folder.relativize(file).toString();
    try (var in = Files.newInputStream(file)) {
      reader.read(name, in);
    }
    try (var in = new BufferedInputStream(Files.newInputStream(file))) {
      unpack(name, in, reader);
    } catch (ZipException | EOFException e) {
      // Half an archive; its bytes were read above.
    }
  }

  private static void unpack(String name, InputStream in, Reader reader) throws IOException {
    if (begins(in, ZIP)) {
      var zip = new ZipInputStream(in);
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        reader.read(name + "!" + entry.getName(), zip);
      }
    } else if (begins(in, GZIP)) {
      reader.read(name + "!", new GZIPInputStream(in));
    }
  }

  private static boolean begins(InputStream in, byte[] magic) throws IOException {
    in.mark(magic.length);
    var head = in.readNBytes(magic.length);
    in.reset();
    return Arrays.equals(head, magic);
  }
}
