package io.flighthubcamunda.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.flighthubcamunda.simulator.Operation;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The way to a result is not documented, so that more than one is tried. */
@ProductTest
class ResultRoadsTest {

  private final ProductUnderTest product;

  ResultRoadsTest(ProductUnderTest product) {
    this.product = product;
  }

  @Test
  void shouldFetchTheResultByItsAddressWhenUploadKeysMayNotReadIt() throws Exception {
    // given
    product.renew(flightHub -> flightHub.withReadableResults(false).withDownloadUrl(true));

    // when
    var instance = product.reconstruct(product.photographs(5)).awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("ready");
    assertThat(product.flightHub().calls(Operation.DOWNLOAD_URL)).isPositive();
    try (var results = Files.walk(product.resultRoot())) {
      assertThat(results.map(file -> file.getFileName().toString()))
          .contains("3d.zip")
          .noneMatch(name -> name.contains(".part"));
    }
    assertThat(product.secretScan().records(product.engine().history().records()).leaks())
        .isEmpty();
  }

  @Test
  void shouldTellTheOperatorEachWayThatWasTriedWhenNoneLeadsToTheResult() {
    // given
    product.renew(flightHub -> flightHub.withReadableResults(false));

    // when
    var incident = product.reconstruct(product.photographs(5)).awaitIncident();

    // then
    assertThat(incident)
        .contains("The archive of the 3d model can't be had (store: ")
        .contains("download-url: ")
        .contains("Fetch it from FlightHub's pages")
        .contains("flighthub.result.strategy");
  }
}
