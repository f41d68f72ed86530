package io.flighthubcamunda.worker.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flighthubcamunda.worker.admission.EngineCommand.Result;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class EngineCommandTest {

  @Test
  void shouldWaitOutABusyEngine() throws InterruptedException {
    assertThat(sent(Status.RESOURCE_EXHAUSTED, Status.RESOURCE_EXHAUSTED, Status.OK))
        .isEqualTo(Result.TAKEN);
  }

  @Test
  void shouldSayThatTheTargetIsGone() throws InterruptedException {
    assertThat(sent(Status.NOT_FOUND)).isEqualTo(Result.TARGET_GONE);
    assertThat(sent(Status.RESOURCE_EXHAUSTED, Status.NOT_FOUND)).isEqualTo(Result.TARGET_GONE);
  }

  /** The first try may have completed the job, so that the second one doesn't find it. */
  @Test
  void shouldNotTakeATargetForGoneThatItsOwnFirstTryMayHaveReached() throws InterruptedException {
    assertThat(sent(Status.DEADLINE_EXCEEDED, Status.NOT_FOUND)).isEqualTo(Result.PERHAPS_TAKEN);
    assertThat(sent(Status.UNAVAILABLE, Status.NOT_FOUND)).isEqualTo(Result.PERHAPS_TAKEN);
  }

  @Test
  void shouldPassOnWhatDoesNotPass() {
    assertThatThrownBy(() -> sent(Status.INVALID_ARGUMENT))
        .isInstanceOf(StatusRuntimeException.class);
  }

  private static Result sent(Status... answers) throws InterruptedException {
    Queue<Status> left = new ArrayDeque<>(List.of(answers));
    return EngineCommand.send(
        () -> {
          var answer = left.remove();
          if (!answer.isOk()) {
            throw answer.asRuntimeException();
          }
          return answer;
        });
  }
}
