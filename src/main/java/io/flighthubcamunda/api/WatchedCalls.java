package io.flighthubcamunda.api;

import feign.InvocationHandlerFactory;
import feign.Target;
import io.github.bucket4j.Bucket;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Holds a call back until the connection's rate allows it (fact sheet 1.5), and tells how it ended.
 * Not in the HTTP client, where an answer with HTTP 200 that says no would pass for success.
 */
final class WatchedCalls implements InvocationHandlerFactory {

  private final Bucket bucket;
  private final CallObserver observer;

  WatchedCalls(FlightHubConnection connection, CallObserver observer) {
    this.bucket =
        Bucket.builder()
            .addLimit(
                limit ->
                    limit
                        .capacity(connection.burst())
                        .refillGreedy(connection.callsPerSecond(), Duration.ofSeconds(1)))
            .build();
    this.observer = observer;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public InvocationHandler create(Target target, Map<Method, MethodHandler> dispatch) {
    var watched = new HashMap<Method, MethodHandler>();
    dispatch.forEach(
        (method, handler) -> watched.put(method, watched(ApiOperation.of(method), handler)));
    return new InvocationHandlerFactory.Default().create(target, watched);
  }

  private MethodHandler watched(ApiOperation operation, MethodHandler handler) {
    return arguments -> {
      awaitTurn();
      long begin = System.nanoTime();
      try {
        var result = handler.invoke(arguments);
        tell(operation, CallOutcome.OK, begin, "");
        return result;
      } catch (FlightHubException e) {
        tell(operation, CallOutcome.of(e), begin, e.getMessage());
        throw e;
      }
    };
  }

  private void tell(ApiOperation operation, CallOutcome outcome, long begin, String problem) {
    var duration = Duration.ofNanos(System.nanoTime() - begin);
    observer.ended(new ApiCall(operation, outcome, duration, problem));
  }

  private void awaitTurn() {
    try {
      bucket.asBlocking().consume(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FlightHubUnavailableException(
          "The call was interrupted before it was sent.", null, e);
    }
  }
}
