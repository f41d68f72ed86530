package io.flighthubcamunda.worker;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.spring.event.CamundaClientCreatedSpringEvent;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.MethodDescriptor;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

@ProductTest
class ProcessDeploymentTest {

  private final ProductUnderTest product;

  ProcessDeploymentTest(ProductUnderTest product) {
    this.product = product;
  }

  @Test
  void shouldGiveABusyEngineMoreTimeToTakeTheProcessesThanForOtherRequests() throws IOException {
    // given
    var given = new TimeGiven();

    // when
    try (var engine = clientThatGivesOtherRequests(Duration.ofSeconds(20), given)) {
      product
          .worker(ProcessDeployment.class)
          .deploy(new CamundaClientCreatedSpringEvent(this, engine));
    }

    // then
    assertThat(given.seconds).singleElement().satisfies(s -> assertThat(s).isGreaterThan(30L));
  }

  @Test
  void shouldMakeNoNewVersionOfWhatTheEngineHas() throws IOException {
    // given
    var engine = product.engine().client();
    var before = version(engine);

    // when
    product
        .worker(ProcessDeployment.class)
        .deploy(new CamundaClientCreatedSpringEvent(this, engine));

    // then
    assertThat(version(engine)).isEqualTo(before);
  }

  /** Known from an instance; this one ends by itself, for it names no images. */
  private static int version(CamundaClient engine) {
    return engine
        .newCreateInstanceCommand()
        .bpmnProcessId("reconstruct-images")
        .latestVersion()
        .send()
        .join()
        .getVersion();
  }

  private CamundaClient clientThatGivesOtherRequests(Duration time, ClientInterceptor observer) {
    return CamundaClient.newClientBuilder()
        .grpcAddress(product.engine().grpcAddress())
        .preferRestOverGrpc(false)
        .defaultRequestTimeout(time)
        .withInterceptors(observer)
        .build();
  }

  /** Sees how long the client would wait for the answer to a deployment. */
  private static final class TimeGiven implements ClientInterceptor {

    private final List<Long> seconds = Collections.synchronizedList(new ArrayList<>());

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(
        MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
      if (method.getFullMethodName().endsWith("/DeployResource")) {
        seconds.add(options.getDeadline().timeRemaining(SECONDS));
      }
      return next.newCall(method, options);
    }
  }
}
