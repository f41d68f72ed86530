package io.flighthubcamunda.imageset;

import java.util.List;

/**
 * What one look at a source found: names, sizes and times, no content.
 *
 * @param files the files that the requested types need, ordered by relative path
 * @param notes what the source has to say, for example about links that it did not follow
 */
public record ImageSetScan(List<SourceFile> files, List<Finding> notes) {

  public ImageSetScan {
    files = List.copyOf(files);
    notes = List.copyOf(notes);
  }
}
