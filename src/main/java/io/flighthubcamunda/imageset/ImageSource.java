package io.flighthubcamunda.imageset;

import io.flighthubcamunda.api.ReconstructionType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/**
 * Where the files of an image set come from. It keeps nothing of what it lists. Safe for many
 * threads.
 *
 * <p>Where a file is asked for, {@link SourceUnavailableException} says that the source is silent
 * for the moment; an {@link IOException} is about this one file.
 */
public interface ImageSource {

  /** What it is called by people who gave no other name; for a folder, the folder's name. */
  String name();

  /** The text that leads to this source again on every worker. */
  String location();

  /**
   * Lists names, sizes and times, without reading content.
   *
   * @return the files that the types need, in the same order on every machine
   * @throws ImageSetException FOLDER_MISSING when the source is gone, UNREADABLE when it or a part
   *     of it may not be read, TOO_MANY_FILES when it holds more than any image set may
   */
  ImageSetScan scan(Set<ReconstructionType> types);

  /** Opens a file to look at parts of it. */
  FileParts parts(SourceFile file) throws IOException;

  /**
   * @param from first byte wanted, 0 to the file's size
   */
  InputStream open(SourceFile file, long from) throws IOException;

  /**
   * @throws SourceFileChangedException when the file is gone, or not as the scan saw it
   */
  void requireUnchanged(SourceFile file);

  /** How many files are best looked at together. */
  default int readsAtOnce() {
    return 8;
  }
}
