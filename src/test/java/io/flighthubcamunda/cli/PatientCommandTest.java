package io.flighthubcamunda.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatientCommandTest {

  private final AtomicInteger sent = new AtomicInteger();

  @Test
  void shouldSendAgainWhatABusyEngineRefused() {
    // given
    var command =
        new PatientCommand<>(
            () ->
                sent.incrementAndGet() < 3
                    ? CompletableFuture.<String>failedFuture(
                        Status.RESOURCE_EXHAUSTED.asRuntimeException())
                    : CompletableFuture.completedFuture("taken"));

    // then
    assertThat(command.send().join()).isEqualTo("taken");
    assertThat(sent).hasValue(3);
  }

  @Test
  void shouldNotSendAgainWhatMayHaveBeenTaken() {
    // given
    var command =
        new PatientCommand<String>(
            () -> {
              sent.incrementAndGet();
              return CompletableFuture.failedFuture(Status.UNAVAILABLE.asRuntimeException());
            });

    // then
    assertThatThrownBy(() -> command.send().join()).hasMessageContaining("UNAVAILABLE");
    assertThat(sent).hasValue(1);
  }
}
