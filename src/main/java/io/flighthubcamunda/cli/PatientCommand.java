package io.flighthubcamunda.cli;

import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/** A command to the engine that is sent again for as long as the engine is too busy to take it. */
final class PatientCommand<T> {

  /**
   * With pauses that double from {@link #FIRST_PAUSE} on, that is more than a minute and a half.
   */
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

  /**
   * A busy engine refuses at once. What comes later may be about the answer, for instance that it
   * is too large, and the command was taken.
   */
  static final Duration AT_ONCE = Duration.ofSeconds(20);

  private final Supplier<? extends CompletionStage<T>> command;

  PatientCommand(Supplier<? extends CompletionStage<T>> command) {
    this.command = command;
  }

  /** Fails as the command did, when it failed otherwise or the engine stayed busy. */
  CompletableFuture<T> send() {
    return send(FIRST_PAUSE);
  }

  private CompletableFuture<T> send(Duration pause) {
    var sentAt = System.nanoTime();
    return command
        .get()
        .toCompletableFuture()
        .exceptionallyCompose(
            failure -> {
              var after = Duration.ofNanos(System.nanoTime() - sentAt);
              return refusedByABusyEngine(failure)
                      && after.compareTo(AT_ONCE) < 0
                      && pause.compareTo(LONGEST_PAUSE) < 0
                  ? sendAfter(pause)
                  : CompletableFuture.failedFuture(failure);
            });
  }

  private CompletableFuture<T> sendAfter(Duration pause) {
    var later =
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, Runnable::run);
    return CompletableFuture.supplyAsync(() -> send(pause.multipliedBy(2)), later)
        .thenCompose(Function.identity());
  }

  private static boolean refusedByABusyEngine(Throwable failure) {
    return Status.fromThrowable(failure).getCode() == Status.Code.RESOURCE_EXHAUSTED;
  }
}
