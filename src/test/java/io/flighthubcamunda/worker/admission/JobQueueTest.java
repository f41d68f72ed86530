package io.flighthubcamunda.worker.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsRequest;
import io.flighthubcamunda.bpmn.EngineUnderTest;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.MethodDescriptor;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobQueueTest {

  private static final Duration WAIT = Duration.ofMillis(100);

  @Test
  void shouldFindAJobThatTheGatewayWasNotToldOf() {
    try (var engine = EngineUnderTest.start().deployDiagrams();
        var client =
            CamundaClient.newClientBuilder()
                .grpcAddress(engine.grpcAddress())
                .preferRestOverGrpc(false)
                .withInterceptors(new GatewayThatHearsOfNoJobs())
                .build()) {
      // given
      engine
          .client()
          .newPublishMessageCommand()
          .messageName(GateTurn.MESSAGE)
          .correlationKey(GateTurn.PROCESS)
          .send()
          .join();
      var jobs =
          new JobQueue(
              client,
              InstantSource.system(),
              GateTurn.JOB_TYPE,
              Duration.ofMinutes(1),
              WAIT,
              List.of());

      // when / then
      await().untilAsserted(() -> assertThat(jobs.take(1, WAIT)).hasSize(1));
    }
  }

  /** Who lets a request wait gets nothing; who wants to know at once is told the truth. */
  private static final class GatewayThatHearsOfNoJobs implements ClientInterceptor {

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(
        MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
      return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
        @Override
        @SuppressWarnings("unchecked")
        public void sendMessage(Q message) {
          super.sendMessage(
              message instanceof ActivateJobsRequest request && request.getRequestTimeout() >= 0
                  ? (Q) request.toBuilder().setType("unheard of").build()
                  : message);
        }
      };
    }
  }
}
