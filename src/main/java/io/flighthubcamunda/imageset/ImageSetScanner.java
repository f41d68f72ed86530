package io.flighthubcamunda.imageset;

import io.flighthubcamunda.api.ReconstructionType;
import io.flighthubcamunda.imageset.ImageSetException.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;

/**
 * Lists what a folder and its sub-folders hold for the requested types: photographs, and for LiDAR
 * every other file as well (fact sheet 2.15). Only names, sizes and times are read.
 */
final class ImageSetScanner {

  /**
   * Looks at a folder.
   *
   * @param folder a folder that may be read, see {@link ImageFolderRoots}
   * @param types what is to be made of it
   * @return the files in the same order on every machine
   * @throws ImageSetException FOLDER_MISSING when the folder is gone, UNREADABLE when the folder or
   *     one below it may not be read
   */
  ImageSetScan scan(Path folder, Set<ReconstructionType> types) {
    try {
      Path real = folder.toRealPath();
      FolderVisitor visitor = new FolderVisitor(real, types.contains(ReconstructionType.LIDAR));
      // Links are not followed: what they lead to is either in this folder already or outside of
      // it.
      Files.walkFileTree(real, visitor);
      return visitor.scan();
    } catch (NoSuchFileException e) {
      throw new ImageSetException(
          Code.FOLDER_MISSING,
          "The image folder \"%s\" does not exist: check the path and whether its disk is mounted."
              .formatted(folder),
          e);
    } catch (IOException e) {
      throw new ImageSetException(
          Code.UNREADABLE,
          "The image folder \"%s\" could not be listed (%s).".formatted(folder, e.getMessage()),
          e);
    }
  }
}
