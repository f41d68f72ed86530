package io.flighthubcamunda.worker.admission;

import io.grpc.Status;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a command that the starter doesn't send for us, and waits out a broker that is busy or
 * restarting.
 */
final class EngineCommand {

  private static final Logger LOG = LoggerFactory.getLogger(EngineCommand.class);

  private static final Set<Status.Code> PASSING =
      EnumSet.of(
          Status.Code.RESOURCE_EXHAUSTED, Status.Code.UNAVAILABLE, Status.Code.DEADLINE_EXCEEDED);

  private static final int TRIES = 8;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

  /** What became of a command. */
  enum Result {
    TAKEN,
    /** The engine doesn't know the command's target any more. */
    TARGET_GONE,
    /** The same, after a try whose answer got lost: perhaps the target went by that very try. */
    PERHAPS_TAKEN
  }

  private EngineCommand() {}

  static Result send(Supplier<?> command) throws InterruptedException {
    var pause = FIRST_PAUSE;
    var answerLost = false;
    for (int attempt = 1; ; attempt++) {
      try {
        command.get();
        return Result.TAKEN;
      } catch (RuntimeException e) {
        var status = Status.fromThrowable(e).getCode();
        if (status == Status.Code.NOT_FOUND) {
          return answerLost ? Result.PERHAPS_TAKEN : Result.TARGET_GONE;
        }
        if (!PASSING.contains(status) || attempt == TRIES) {
          throw e;
        }
        // A busy engine has refused the command; of the others nobody knows.
        answerLost |= status != Status.Code.RESOURCE_EXHAUSTED;
        LOG.debug("The engine answered {}; again in {}", status, pause);
        Thread.sleep(pause);
        pause = pause.multipliedBy(2);
      }
    }
  }
}
