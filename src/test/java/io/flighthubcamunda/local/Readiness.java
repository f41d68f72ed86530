package io.flighthubcamunda.local;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;

/** Waits for a child process to answer, and no longer than makes sense. */
record Readiness(Duration limit) {

  /**
   * Waits until the check is true. A check that throws is a check that is not true yet.
   *
   * @throws LocalEngineException if the process ends or the limit passes before that
   */
  void await(ChildProcess child, Callable<Boolean> check) {
    try {
      Awaitility.await()
          .atMost(limit)
          .pollInterval(Duration.ofMillis(250))
          .pollInSameThread()
          .ignoreExceptions()
          .failFast("process ended", child::hasFailed)
          .until(check);
    } catch (TerminalFailureException e) {
      throw new LocalEngineException(child.complaint("stopped during its start"), e);
    } catch (ConditionTimeoutException e) {
      throw new LocalEngineException(
          child.complaint("was not ready within %d s".formatted(limit.toSeconds())), e);
    }
  }
}
