package io.flighthubcamunda.cli;

import io.grpc.Status;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/** Tells a command whose answer may have been lost from one that the engine refused. */
final class LostConnection {

  /** What gRPC says when a connection, a proxy on it or the gateway at its other end is gone. */
  private static final Set<Status.Code> LOST =
      EnumSet.of(
          Status.Code.UNAVAILABLE,
          Status.Code.DEADLINE_EXCEEDED,
          Status.Code.CANCELLED,
          Status.Code.INTERNAL,
          Status.Code.UNKNOWN);

  private LostConnection() {}

  /**
   * @param after how long after the command was sent
   */
  static boolean suspected(Throwable failure, Duration after) {
    var code = Status.fromThrowable(failure).getCode();
    if (code == Status.Code.RESOURCE_EXHAUSTED) {
      // Later than that a gateway says so of a connection that it ends, or of an answer that is too
      // large.
      return after.compareTo(PatientCommand.AT_ONCE) >= 0;
    }
    return LOST.contains(code) && causes(failure).noneMatch(LostConnection::neverConnected);
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }

  private static boolean neverConnected(Throwable cause) {
    return cause instanceof ConnectException || cause instanceof UnknownHostException;
  }
}
