package io.flighthubcamunda.imageset;

import io.flighthubcamunda.api.ReconstructionType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** Where the files of an image set come from. Safe for many threads. */
public interface ImageSource {

  /** What it is called by people who gave no other name; for a folder, the folder's name. */
  String name();

  /**
   * Lists names, sizes and times, without reading content.
   *
   * @return the files that the types need, in the same order on every machine
   * @throws ImageSetException FOLDER_MISSING when the source is gone, UNREADABLE when it or a part
   *     of it may not be read
   */
  ImageSetScan scan(Set<ReconstructionType> types);

  /**
   * @param from first byte wanted, 0 to the file's size
   */
  InputStream open(SourceFile file, long from) throws IOException;

  /**
   * @throws SourceFileChangedException when the file is gone, or not as the scan saw it
   */
  void requireUnchanged(SourceFile file);
}
