package io.flighthubcamunda.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class StartUpCommandTest {

  private final List<Duration> given = new ArrayList<>();

  @Test
  void shouldAskAgainWhereTheGatewayGaveItsBusyBrokerUp() {
    // when
    send(Status.DEADLINE_EXCEEDED, Status.RESOURCE_EXHAUSTED, Status.OK);

    // then
    assertThat(given).hasSize(3).isSortedAccordingTo((one, next) -> next.compareTo(one));
    assertThat(given.getFirst()).isBetween(Duration.ofSeconds(50), StartUpCommand.PATIENCE);
  }

  @Test
  void shouldSayAtOnceThatNobodyAnswers() {
    // when / then
    assertThatThrownBy(() -> send(Status.UNAVAILABLE, Status.OK))
        .isInstanceOf(StatusRuntimeException.class);
    assertThat(given).hasSize(1);
  }

  private void send(Status... answers) {
    Queue<Status> left = new ArrayDeque<>(List.of(answers));
    StartUpCommand.send(
        time -> {
          given.add(time);
          var answer = left.remove();
          if (!answer.isOk()) {
            throw answer.asRuntimeException();
          }
          return answer;
        });
  }
}
