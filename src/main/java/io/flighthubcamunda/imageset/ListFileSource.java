package io.flighthubcamunda.imageset;

import io.flighthubcamunda.api.ReconstructionType;
import io.flighthubcamunda.imageset.ImageSetException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The files that a text file names, one path on each line, absolute or relative to the text file's
 * folder. UTF-8; empty lines and those that begin with {@code #} do not count. Links are resolved,
 * and what they lead to must lie below an image root. A file that is named twice is taken once. As
 * from a folder, other files than photographs are taken for LiDAR only.
 *
 * <p>The relative path of a file, which is what equal names are told apart by, is the one below the
 * lowest folder that holds all files of the list.
 */
public final class ListFileSource implements ImageSource {

  private final Path list;
  private final ImageFolderRoots roots;
  private final FolderSource below;

  /**
   * Reads the list, to learn where its files lie; they are not looked at before the scan.
   *
   * @param list real path of the text file
   * @param roots the folders below which the files must lie
   * @throws ImageSetException BAD_LIST, OUTSIDE_ROOTS, FOLDER_MISSING, UNREADABLE or TOO_MANY_FILES
   */
  public ListFileSource(Path list, ImageFolderRoots roots) {
    this.list = list;
    this.roots = roots;
    this.below = new FolderSource(ListedFiles.read(list, roots).commonFolder(list), roots.real());
  }

  @Override
  public String name() {
    String name = list.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  @Override
  public String location() {
    return list.toString();
  }

  @Override
  public ImageSetScan scan(Set<ReconstructionType> types) {
    ListedFiles listed = ListedFiles.read(list, roots);
    if (!listed.commonFolder(list).equals(below.folder())) {
      throw new ImageSetException(
          Code.CHANGED,
          "The list file \"%s\" was written while it was read: start again.".formatted(list));
    }
    boolean everything = types.contains(ReconstructionType.LIDAR);
    FileList files = new FileList(location());
    for (Path path : listed.paths()) {
      FileKind kind = FileKind.of(path.getFileName().toString());
      if (kind == FileKind.IMAGE || everything && kind == FileKind.OTHER) {
        files.add(FolderPaths.sourceFile(below.folder(), path, attributes(path)));
      }
    }
    List<Finding> notes = new ArrayList<>();
    FindingCode.LISTED_TWICE.say(
        notes,
        listed.repeated(),
        "Named more than once in the list: %,d files (%s); each is taken once.");
    return files.scan(notes);
  }

  private BasicFileAttributes attributes(Path path) {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class);
    } catch (IOException e) {
      throw new ImageSetException(
          Code.CHANGED,
          "\"%s\" of the list file \"%s\" vanished while the list was read: start again."
              .formatted(path.getFileName(), list),
          e);
    }
  }

  @Override
  public FileParts parts(SourceFile file) throws IOException {
    return below.parts(file);
  }

  @Override
  public InputStream open(SourceFile file, long from) throws IOException {
    return below.open(file, from);
  }

  @Override
  public void requireUnchanged(SourceFile file) {
    below.requireUnchanged(file);
  }
}
