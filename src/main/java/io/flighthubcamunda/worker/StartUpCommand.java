package io.flighthubcamunda.worker;

import io.grpc.Status;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

/**
 * A command of a worker that starts, to an engine that may just have been started itself: the
 * gateway gives its broker fifteen seconds, however long the client would wait, and what failed for
 * that is asked again. An engine that nobody answers for is told at once: its address may be wrong.
 */
final class StartUpCommand {

  /** Altogether. */
  static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final Set<Status.Code> BUSY =
      EnumSet.of(Status.Code.DEADLINE_EXCEEDED, Status.Code.RESOURCE_EXHAUSTED);

  private static final Duration PAUSE = Duration.ofMillis(500);

  private StartUpCommand() {}

  /**
   * @param command gets the time that is left; may be carried out more than once
   * @throws RuntimeException what the last try failed with
   */
  static <T> T send(Function<Duration, T> command) {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      var left = Duration.ofNanos(end - System.nanoTime());
      try {
        return command.apply(left);
      } catch (RuntimeException e) {
        var again = BUSY.contains(Status.fromThrowable(e).getCode());
        if (!again || end - System.nanoTime() < PAUSE.toNanos()) {
          throw e;
        }
        pause(e);
      }
    }
  }

  private static void pause(RuntimeException problem) {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw problem;
    }
  }
}
