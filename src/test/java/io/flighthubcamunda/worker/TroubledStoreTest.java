package io.flighthubcamunda.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.flighthubcamunda.docs.WhatHappensWhen;
import io.flighthubcamunda.simulator.Operation;
import io.flighthubcamunda.simulator.StoreFault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A store that does not do what it should, as a process instance sees it: not at all. */
@ProductTest
@Timeout(150)
class TroubledStoreTest {

  private static final String UPLOAD = "flighthub.image-set.upload-batch";
  private static final int FILES = 10;
  private static final int BATCHES = 2;

  /** One per batch, and one for the download of the result. */
  private static final int CREDENTIALS = BATCHES + 1;

  private final ProductUnderTest product;

  TroubledStoreTest(ProductUnderTest product) {
    this.product = product;
  }

  @Test
  @WhatHappensWhen("the store is busy, hangs or breaks off")
  void shouldOutliveBrokenConnectionsAndABusyStore() {
    // given
    product
        .simulator()
        .faults()
        .nextPuts(1, new StoreFault.Reset())
        .nextPuts(1, new StoreFault.HttpStatus(503, Optional.of(Duration.ofSeconds(2))))
        .sparePuts(2)
        .nextPuts(1, 500);

    // when
    var instance = reconstructed(product.photographs(FILES));

    // then
    assertThat(credentials()).isEqualTo(CREDENTIALS);
    assertThat(product.flightHub().uploads()).isEqualTo(FILES);
    assertThat(instance.failures(UPLOAD)).isEmpty();
  }

  @Test
  void shouldTakeANewCredentialWhenTheStoreRefusesOne() {
    // given
    product.simulator().faults().sparePuts(3).nextPuts(1, 403);

    // when
    var instance = reconstructed(product.photographs(FILES));

    // then
    assertThat(credentials()).isEqualTo(CREDENTIALS + 1);
    assertThat(product.flightHub().uploads()).isEqualTo(FILES);
    assertThat(instance.failures(UPLOAD)).isEmpty();
  }

  @Test
  @WhatHappensWhen("a credential ends in mid-batch")
  void shouldOutliveCredentialsThatExpireInTheMiddleOfABatch() {
    // given
    product.renew(flightHub -> flightHub.withCredentialLifetime(Duration.ofSeconds(30)));
    product.simulator().faults().sparePuts(3);
    product.simulator().faults().nextPuts(1, new StoreFault.Delay(Duration.ofSeconds(2)));
    var folder = product.photographs(5);
    var instance = product.reconstruct(folder, Map.of("keepResource", true));
    product.engine().passTimeUntil("files in the store", () -> product.flightHub().uploads() >= 3);

    // when
    product.engine().advance(Duration.ofSeconds(31));
    instance.awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("ready");
    assertThat(product.resources(instance).getFirst().fileNames()).hasSize(5);
    assertThat(instance.failures(UPLOAD)).isEmpty();
    assertThat(product.engine().history().jobs(instance.key(), UPLOAD)).hasSize(1);
    assertThat(product.flightHub().uploads()).isBetween(5L, 10L);
  }

  @Test
  @WhatHappensWhen("a credential ends in mid-batch")
  void shouldRegisterEarlyWhatWasSentWithACredentialThatIsAboutToExpire() {
    // given
    product.renew(flightHub -> flightHub.withCredentialLifetime(Duration.ofMinutes(1)));
    product.simulator().faults().nextPuts(1, new StoreFault.Delay(Duration.ofSeconds(3)));
    var instance = product.reconstruct(product.photographs(5), Map.of("keepResource", true));
    product.engine().passTimeUntil("files in the store", () -> product.flightHub().uploads() >= 4);

    // when
    product.engine().advance(Duration.ofSeconds(50));
    instance.awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("ready");
    assertThat(product.resources(instance).getFirst().fileNames()).hasSize(5);
    assertThat(product.flightHub().uploads()).isEqualTo(5);
    assertThat(product.flightHub().calls(Operation.OBTAIN_TOKEN)).isEqualTo(CREDENTIALS - 1);
    assertThat(product.flightHub().calls(Operation.UPLOAD_CALLBACK)).isEqualTo(1);
    var registration = instance.firstJob("flighthub.open-model.upload-callback");
    assertThat(registration.value().getVariables()).containsEntry("registeredCount", 5);
  }

  @Test
  void shouldSendASetWithCredentialsThatLiveForSeconds() {
    // given
    product.renew(flightHub -> flightHub.withCredentialLifetime(Duration.ofSeconds(3)));
    for (int i = 0; i < FILES; i++) {
      product.simulator().faults().nextPuts(1, new StoreFault.Delay(Duration.ofMillis(700)));
    }

    // when
    var instance = reconstructed(product.photographs(FILES));

    // then
    assertThat(instance.failures(UPLOAD)).isEmpty();
  }

  @Test
  @WhatHappensWhen("an instance is cancelled in mid-upload")
  void shouldStopSendingWithinSecondsWhenCancelledAlthoughNoByteMoves() {
    // given
    product.simulator().faults().nextPuts(100, new StoreFault.Hang(Duration.ofSeconds(60)));
    var instance = product.reconstruct(product.photographs(FILES));
    product
        .engine()
        .passTimeUntil(
            "uploads", () -> product.flightHub().calls(Operation.OBTAIN_TOKEN) == BATCHES);

    // when
    int before = product.log().lines().size();
    instance.cancelByMessage().awaitEnd();
    product
        .engine()
        .awaitWithoutTimePassing(
            "the worker's word",
            () ->
                product.log().lines().stream()
                        .skip(before)
                        .filter(line -> line.contains("Sending of batch"))
                        .count()
                    == BATCHES);

    // then
    assertThat(product.log().lines().stream().skip(before))
        .as("a store whose silence ended the sending")
        .noneMatch(line -> line.contains("it took nothing"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("INFO flighthub.image-set.upload-batch: Sending of batch 1 stopped")
                    .contains("of 5 files", "bytes. Its process instance was cancelled"));
    assertThat(product.nothingLeft()).isTrue();
  }

  private ReconstructionInstance reconstructed(Path folder) {
    var instance = product.reconstruct(folder, Map.of("keepResource", true)).awaitEnd();
    assertThat(instance.outcome()).isEqualTo("ready");
    assertThat(product.resources(instance).getFirst().fileNames()).hasSize(FILES);
    return instance;
  }

  private long credentials() {
    return product.flightHub().calls(Operation.OBTAIN_TOKEN);
  }
}
