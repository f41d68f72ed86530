package io.flighthubcamunda.bench.memory;

import io.flighthubcamunda.bench.BenchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Image sets of any size that take hardly any room: the same few photographs under many names. */
public final class ImageSetFolder {

  private static final int PER_FOLDER = 1000;

  private ImageSetFolder() {}

  /** Fills a folder with links to these photographs, as the folders of a camera's card. */
  public static Path of(Path folder, List<Path> photographs, int count) {
    try {
      for (int i = 0; i < count; i++) {
        var file =
            folder.resolve(
                "%03dMEDIA/DJI_%04d.JPG".formatted(100 + i / PER_FOLDER, i % PER_FOLDER));
        if (i % PER_FOLDER == 0) {
          Files.createDirectories(file.getParent());
        }
        Files.deleteIfExists(file);
        Files.createLink(file, photographs.get(i % photographs.size()));
      }
      return folder.toRealPath();
    } catch (IOException e) {
      throw new BenchException("The image set could not be made: " + e.getMessage(), e);
    }
  }
}
