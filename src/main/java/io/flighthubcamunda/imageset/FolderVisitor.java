package io.flighthubcamunda.imageset;

import io.flighthubcamunda.imageset.ImageSetException.Code;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Collects the files of one walk through an image folder. */
final class FolderVisitor extends SimpleFileVisitor<Path> {

  private final Path folder;
  private final boolean everything;
  private final FileList files;
  private final FileTally skippedLinks = new FileTally();
  private final FileTally foldersLikeImages = new FileTally();

  FolderVisitor(Path folder, boolean everything) {
    this.folder = folder;
    this.everything = everything;
    this.files = new FileList(folder.toString());
  }

  ImageSetScan scan() {
    List<Finding> notes = new ArrayList<>();
    FindingCode.LINKS_SKIPPED.say(
        notes,
        skippedLinks,
        "Symbolic links are not followed: %,d left out (%s); copy into the folder what they lead to if"
            + " it belongs to the set.");
    FindingCode.FOLDERS_LIKE_IMAGES.say(
        notes,
        foldersLikeImages,
        "Folders that are named like photographs: %,d (%s); what they hold is taken, so check that no"
            + " photograph was lost when they were made.");
    return files.scan(notes);
  }

  @Override
  public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
    if (directory.equals(folder)) {
      return FileVisitResult.CONTINUE;
    }
    return switch (FileKind.of(directory.getFileName().toString())) {
      case HIDDEN -> FileVisitResult.SKIP_SUBTREE;
      case OTHER -> FileVisitResult.CONTINUE;
      case IMAGE -> {
        foldersLikeImages.add(FolderPaths.relative(folder, directory));
        yield FileVisitResult.CONTINUE;
      }
    };
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    FileKind kind = FileKind.of(file.getFileName().toString());
    if (kind == FileKind.HIDDEN) {
      return FileVisitResult.CONTINUE;
    }
    if (attributes.isSymbolicLink()) {
      skippedLinks.add(FolderPaths.relative(folder, file));
    } else if (attributes.isRegularFile() && (everything || kind == FileKind.IMAGE)) {
      files.add(FolderPaths.sourceFile(folder, file, attributes));
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
            .formatted(FolderPaths.relative(folder, path), folder),
        cause);
  }
}
