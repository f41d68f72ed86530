package io.flighthubcamunda.upload;

import io.flighthubcamunda.imageset.SourceFileChangedException;
import io.flighthubcamunda.storage.StorageException;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends single files, or parts of one, with one credential, each as often as its failures call for.
 * Who pauses gives its turn to another file.
 */
final class Attempts {

  private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

  private static final int MOST_FAILURES = 5;
  private static final int MOST_REFUSALS = 10;

  private final UploadLevel level;
  private final StoreQuiet quiet;
  private final BatchPulse pulse;
  private final CredentialLife life;
  private final Pace pace;

  Attempts(UploadLevel level, StoreQuiet quiet, BatchPulse pulse, CredentialLife life, Pace pace) {
    this.level = level;
    this.quiet = quiet;
    this.pulse = pulse;
    this.life = life;
    this.pace = pace;
  }

  /** Turns that this process has at most, for all of its batches. */
  int mostAtOnce() {
    return level.most();
  }

  /**
   * @param name for the log
   * @param size bytes to be sent
   * @param request one try
   * @return empty when the credential ended before it was sent
   * @throws StorageException when further tries don't help, or did not
   * @throws SourceFileChangedException when the file changed, or can't be read
   */
  <T> Optional<T> send(String name, long size, Supplier<T> request) throws InterruptedException {
    var refusals = 0;
    var failures = 0;
    while (true) {
      quiet.await(pulse);
      try (var permit = level.acquire();
          var turn = pulse.turn()) {
        if (!life.mayBegin(pace.expected(size))) {
          return Optional.empty();
        }
        var begin = System.nanoTime();
        var sent = request.get();
        pace.took(size, System.nanoTime() - begin);
        quiet.taken();
        return Optional.of(sent);
      } catch (StorageException e) {
        LOG.debug("{}: {}", name, e.getMessage());
        switch (e.kind()) {
          case CREDENTIAL -> {
            life.refused(e);
            return Optional.empty();
          }
          case SLOW_DOWN -> {
            level.slowDown();
            require(quiet.refused(e.retryAfter()) && ++refusals < MOST_REFUSALS, e);
            continue;
          }
          case PASSING -> require(++failures < MOST_FAILURES, e);
          case LASTING -> throw e;
        }
      } catch (UnreadableFileException e) {
        require(++failures < MOST_FAILURES, new SourceFileChangedException(e.getMessage()));
      }
      pulse.pause(GrowingPause.of(failures));
    }
  }

  private static void require(boolean oneMoreTry, RuntimeException failure) {
    if (!oneMoreTry) {
      throw failure;
    }
  }
}
