package io.flighthubcamunda.imageset;

import io.flighthubcamunda.api.ReconstructionType;
import io.flighthubcamunda.files.HeldFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;

/**
 * A folder of this machine or of a network disk.
 *
 * @param folder a folder that may be read, see {@link ImageFolderRoots}
 * @param trusted real paths of folders below which links may appear at any moment, and are not
 *     followed
 */
public record FolderSource(Path folder, List<Path> trusted) implements ImageSource {

  private static final ImageSetScanner SCANNER = new ImageSetScanner();
  private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ);

  public FolderSource(Path folder) {
    this(folder, List.of(folder));
  }

  @Override
  public String name() {
    Path name = folder.getFileName();
    // Only the root of a disk has no name.
    return name == null ? "images" : name.toString();
  }

  @Override
  public String location() {
    return folder.toString();
  }

  @Override
  public ImageSetScan scan(Set<ReconstructionType> types) {
    return SCANNER.scan(folder, types);
  }

  @Override
  public FileParts parts(SourceFile file) throws IOException {
    return new DiskFileParts(channel(file));
  }

  @Override
  public InputStream open(SourceFile file, long from) throws IOException {
    return Channels.newInputStream(channel(file).position(from));
  }

  /**
   * A link that took the place of the file, or of a folder on the way to it, after the listing
   * might lead out of the roots.
   */
  private FileChannel channel(SourceFile file) throws IOException {
    var path = FolderPaths.path(folder, file);
    var parent = path.getParent();
    var from = trusted.stream().filter(parent::startsWith).findFirst().orElse(parent);
    try (var held = HeldFolder.open(from, parent)) {
      return held.open(path.getFileName(), READ);
    }
  }

  @Override
  public void requireUnchanged(SourceFile file) {
    try {
      var now =
          Files.readAttributes(
              FolderPaths.path(folder, file), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      file.requireSame(now.size(), now.lastModifiedTime().toInstant());
    } catch (NoSuchFileException e) {
      throw new SourceFileChangedException(
          "%s was there at the check and is gone now.".formatted(file.relativePath()));
    } catch (IOException e) {
      throw new SourceFileChangedException(
          "%s could be read at the check and can't be read now (%s)."
              .formatted(file.relativePath(), e.getMessage()));
    }
  }
}
