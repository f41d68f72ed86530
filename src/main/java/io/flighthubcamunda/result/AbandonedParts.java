package io.flighthubcamunda.result;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.EnumSet;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Halves of archives that nobody goes on with: their worker was killed, and their instance ended
 * before another one took over.
 */
public final class AbandonedParts {

  private static final Logger LOG = LoggerFactory.getLogger(AbandonedParts.class);

  /** Surveys have folders in folders. */
  private static final int DEEPEST = 4;

  private static final Pattern NAME =
      Pattern.compile("\\.(?:2d|3d|3dgs|lidar)-[^/]+\\.part(?:\\.etag)?");

  private final Path root;

  /**
   * @param root below which results are written
   */
  public AbandonedParts(Path root) {
    this.root = root;
  }

  /**
   * Removes those that did not grow since; what somebody has open stays.
   *
   * @return how many were removed
   */
  public int removeOlderThan(Instant limit) {
    int[] removed = {0};
    try {
      Files.walkFileTree(
          root,
          EnumSet.noneOf(FileVisitOption.class),
          DEEPEST,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (attributes.isRegularFile()
                  && attributes.lastModifiedTime().toInstant().isBefore(limit)
                  && NAME.matcher(file.getFileName().toString()).matches()
                  && remove(file)) {
                removed[0]++;
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      LOG.debug("Not all of {} could be looked at for halves of archives", root, e);
    }
    return removed[0];
  }

  private static boolean remove(Path file) {
    try (var channel =
        FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
      if (channel.tryLock() == null) {
        return false;
      }
      Files.delete(file);
      LOG.info("Removed {}: nobody went on with it", file);
      return true;
    } catch (IOException | OverlappingFileLockException e) {
      return false;
    }
  }
}
