package io.flighthubcamunda.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;

class InMemoryEngineTest {

  @Test
  void shouldTakeCommandsOnceItIsStarted() {
    // given
    try (InMemoryEngine engine = InMemoryEngine.start(status -> {});
        CamundaClient client = new Gateway(engine.grpcAddress()).connect()) {
      client
          .newDeployResourceCommand()
          .addProcessModel(
              Bpmn.createExecutableProcess("empty").startEvent().endEvent().done(), "empty.bpmn")
          .send()
          .join();

      // when
      long key =
          client
              .newCreateInstanceCommand()
              .bpmnProcessId("empty")
              .latestVersion()
              .send()
              .join()
              .getProcessInstanceKey();

      // then
      assertThat(key).isPositive();
      assertThat(engine.operateAddress()).isEmpty();
    }
  }
}
