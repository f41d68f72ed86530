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

  private EngineCommand() {}

  /**
   * @return whether the engine took the command; false when it doesn't know its target any more
   */
  static boolean send(Supplier<?> command) throws InterruptedException {
    var pause = FIRST_PAUSE;
    for (int attempt = 1; ; attempt++) {
      try {
        command.get();
        return true;
      } catch (RuntimeException e) {
        var status = Status.fromThrowable(e).getCode();
        if (status == Status.Code.NOT_FOUND) {
          return false;
        }
        if (!PASSING.contains(status) || attempt == TRIES) {
          throw e;
        }
        LOG.debug("The engine answered {}; again in {}", status, pause);
        Thread.sleep(pause);
        pause = pause.multipliedBy(2);
      }
    }
  }
}
