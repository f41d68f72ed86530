package io.flighthubcamunda.imageset;

import io.flighthubcamunda.imageset.ImageSetException.Code;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Collects the files of one walk through an image folder. */
final class FolderVisitor extends SimpleFileVisitor<Path> {

  /** Formats that DJI's client accepts as photographs (fact sheet 2.3), and TIFF. */
  private static final Set<String> IMAGE_EXTENSIONS =
      Set.of("jpg", "jpeg", "dng", "heic", "heif", "tif", "tiff");

  /** What Windows leaves behind in folders; the traces of macOS and Linux start with a dot. */
  private static final Set<String> LEFTOVERS = Set.of("thumbs.db", "desktop.ini");

  private final Path folder;
  private final boolean everything;
  private final List<SourceFile> files = new ArrayList<>();
  private final List<String> skippedLinks = new ArrayList<>();

  FolderVisitor(Path folder, boolean everything) {
    this.folder = folder;
    this.everything = everything;
  }

  ImageSetScan scan() {
    files.sort(Comparator.comparing(SourceFile::relativePath, new PathOrder()));
    skippedLinks.sort(new PathOrder());
    return new ImageSetScan(folder, files, skippedLinks);
  }

  @Override
  public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
    boolean hidden = !directory.equals(folder) && isHidden(directory);
    return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (isHidden(file)) {
      return FileVisitResult.CONTINUE;
    }
    if (attributes.isSymbolicLink()) {
      skippedLinks.add(relative(file));
    } else if (attributes.isRegularFile()) {
      boolean image = isImage(file.getFileName().toString());
      if (image || everything) {
        files.add(
            new SourceFile(
                relative(file),
                file,
                attributes.size(),
                attributes.lastModifiedTime().toInstant(),
                image));
      }
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path path, IOException cause) throws IOException {
    if (path.equals(folder)) {
      throw cause;
    }
    if (cause instanceof NoSuchFileException) {
      // Gone between listing and looking: then it is not part of the set.
      return FileVisitResult.CONTINUE;
    }
    throw new ImageSetException(
        Code.UNREADABLE,
        "\"%s\" in the image folder \"%s\" may not be read: check its permissions for this user."
            .formatted(relative(path), folder),
        cause);
  }

  private String relative(Path path) {
    Path below = folder.relativize(path);
    StringBuilder joined = new StringBuilder(below.getName(0).toString());
    for (int i = 1; i < below.getNameCount(); i++) {
      joined.append('/').append(below.getName(i));
    }
    return joined.toString();
  }

  private static boolean isHidden(Path path) {
    String name = path.getFileName().toString();
    return name.startsWith(".") || LEFTOVERS.contains(name.toLowerCase(Locale.ROOT));
  }

  private static boolean isImage(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 && IMAGE_EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
  }
}
