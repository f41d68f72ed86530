package io.flighthubcamunda.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.flighthubcamunda.docs.WhatHappensWhen;
import io.flighthubcamunda.simulator.Operation;
import io.flighthubcamunda.simulator.StoreFault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The way to a result is not documented, so that more than one is tried. */
@ProductTest
class ResultRoadsTest {

  private static final String DOWNLOAD = "flighthub.result.download";

  private final ProductUnderTest product;

  ResultRoadsTest(ProductUnderTest product) {
    this.product = product;
  }

  @Test
  @WhatHappensWhen("the store lets nobody read results")
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
  @WhatHappensWhen("a result breaks off, or its worker dies")
  void shouldGoOnWithAResultThatBreaksOff() throws Exception {
    // given
    product.simulator().faults().nextGets(2, new StoreFault.BreakOff(Duration.ZERO));

    // when
    var instance = product.reconstruct(product.photographs(5)).awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("ready");
    assertThat(instance.failures(DOWNLOAD)).isEmpty();
    assertThat(product.simulator().faults().struck()).hasSize(2);
    try (var archive = new ZipFile(archiveOf(instance).toFile())) {
      assertThat(archive.size()).isPositive();
    }
  }

  @Test
  @WhatHappensWhen("a result is damaged or no archive")
  void shouldAskWhenAResultIsDamagedEachTimeAndNeverLeaveItUnderItsName() {
    // given
    product.simulator().faults().nextGets(1000, new StoreFault.OtherBytes());
    var instance = product.reconstruct(product.photographs(5));

    // when
    var message = instance.awaitIncident();

    // then
    assertThat(message).contains("the 3d model is no readable zip archive");
    assertThat(instance.failures(DOWNLOAD)).hasSize(8);
    assertThat(folderOf(instance).toFile().list()).containsExactly("image-set.html");

    // when
    product.simulator().faults().clear();
    instance.retry().awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("ready");
    assertThat(archiveOf(instance)).isNotEmptyFile();
  }

  private Path folderOf(ReconstructionInstance instance) {
    return product.resultRoot().resolve(instance.variable("resultFolder").asText());
  }

  private static Path archiveOf(ReconstructionInstance instance) {
    return Path.of(instance.variable("results").path(0).path("file").asText());
  }

  @Test
  @WhatHappensWhen("the store lets nobody read results")
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
