package io.flighthubcamunda.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.flighthubcamunda.bench.link.FarLink;
import io.flighthubcamunda.bench.link.LinkShape;
import io.flighthubcamunda.cli.Terminal;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The verb {@code reconstruct}, whose way to the engine breaks. */
@ProductTest
class FollowVerbTest {

  private static final LinkShape NEAR = new LinkShape(Duration.ZERO, 10_000_000_000L, 0, 0);

  private final ProductUnderTest product;
  private final Terminal terminal = new Terminal();

  FollowVerbTest(ProductUnderTest product) {
    this.product = product;
  }

  @Test
  void shouldFollowToTheEndAlthoughTheConnectionBreaks() throws Exception {
    // given
    var folder = product.photographs(5);
    try (var operate = new OperateStandIn(product.engine());
        var way = FarLink.open(NEAR, product.engine().grpcAddress().getPort())) {
      var access = product.simulator().settings().access();
      var code =
          CompletableFuture.supplyAsync(
              () ->
                  terminal.run(
                      "reconstruct",
                      folder.toString(),
                      "--flighthub.base-url=" + product.simulator().baseUrl(),
                      "--flighthub.token=" + access.token(),
                      "--flighthub.project-uuid=" + access.projectUuid(),
                      "--flighthub.operate.url=" + operate.uri(),
                      "--camunda.client.grpc-address=http://127.0.0.1:" + way.port()),
              // Not in the common pool: the engine for tests needs its one thread.
              Thread.ofPlatform()::start);
      product
          .engine()
          .passTimeUntil("a start", () -> product.flightHub().startedReconstructions() == 1);

      // when
      way.pull();
      product
          .engine()
          .passTimeUntil("the end", () -> product.engine().history().running().isEmpty());
      way.plug();

      // then
      product.engine().awaitWithoutTimePassing("the verb to end", code::isDone);
      assertThat(terminal.err()).isEmpty();
      assertThat(code.get()).isZero();
    }
  }
}
