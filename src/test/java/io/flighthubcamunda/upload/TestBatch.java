package io.flighthubcamunda.upload;

import io.flighthubcamunda.imageset.Batch;
import io.flighthubcamunda.imageset.PlannedFile;
import io.flighthubcamunda.imageset.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** Files of random bytes, planned as the image set would. */
final class TestBatch {

  private TestBatch() {}

  static Batch ofFiles(Path folder, int count, int size) throws IOException {
    return of(
        folder,
        size,
        IntStream.range(0, count).mapToObj("img_%04d.JPG"::formatted).toArray(String[]::new));
  }

  static Batch named(Path folder, String... objectNames) throws IOException {
    return of(folder, 100, objectNames);
  }

  /** The same batch with fewer files. */
  static Batch first(Batch batch, int count) {
    return new Batch(batch.number(), batch.files().subList(0, count));
  }

  private static Batch of(Path folder, int size, String... objectNames) {
    var random = new Random(7);
    return new Batch(
        1,
        Arrays.stream(objectNames)
            .map(name -> new PlannedFile(file(folder, name, size, random), name))
            .toList());
  }

  private static SourceFile file(Path folder, String name, int size, Random random) {
    try {
      var content = new byte[size];
      random.nextBytes(content);
      var path = Files.write(folder.resolve(name), content);
      var modified = Files.getLastModifiedTime(path).toInstant();
      return new SourceFile(name, size, modified, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
