package io.flighthubcamunda.imageset;

import java.nio.file.Path;
import java.util.List;

/**
 * What one look at a folder found: names, sizes and times, no content.
 *
 * @param folder real path of the image folder
 * @param files the files that the requested types need, ordered by relative path
 * @param skippedLinks relative paths of symbolic links, which are never followed
 */
public record ImageSetScan(Path folder, List<SourceFile> files, List<String> skippedLinks) {

  public ImageSetScan {
    files = List.copyOf(files);
    skippedLinks = List.copyOf(skippedLinks);
  }
}
