package io.flighthubcamunda.imageset;

import io.flighthubcamunda.imageset.ImageSetException.Code;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Collects what a source lists, up to a number that no image set reaches. */
public final class FileList {

  /**
   * Five times the photographs that one reconstruction takes (fact sheet 2.15), for LiDAR
   * recordings with many small files. Beyond it the wrong folder was named, and the list must not
   * fill the memory.
   */
  public static final int MOST_FILES = 100_000;

  private final String location;
  private final List<SourceFile> files = new ArrayList<>();

  /**
   * @param location of the source, for the message about too many files
   */
  public FileList(String location) {
    this.location = location;
  }

  /**
   * @throws ImageSetException TOO_MANY_FILES
   */
  public void add(SourceFile file) {
    if (files.size() == MOST_FILES) {
      throw new ImageSetException(
          Code.TOO_MANY_FILES,
          String.format(
              Locale.ROOT,
              "\"%s\" holds more than %,d files, more than any reconstruction takes: name the folder"
                  + " of one image set.",
              location,
              MOST_FILES));
    }
    files.add(file);
  }

  public ImageSetScan scan(List<Finding> notes) {
    files.sort(Comparator.comparing(SourceFile::relativePath, new PathOrder()));
    return new ImageSetScan(files, notes);
  }
}
