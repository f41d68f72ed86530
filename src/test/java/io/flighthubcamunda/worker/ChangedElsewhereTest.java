package io.flighthubcamunda.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.flighthubcamunda.api.OpenModelApi;
import io.flighthubcamunda.docs.WhatHappensWhen;
import io.flighthubcamunda.simulator.Fault;
import io.flighthubcamunda.simulator.Operation;
import io.flighthubcamunda.simulator.StoreFault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody changes files or deletes the resource while a reconstruction is on its way. */
@ProductTest
class ChangedElsewhereTest {

  private static final Fault HOLD = new Fault.DelayBeforeEffect(Duration.ofMillis(1200));

  private final ProductUnderTest product;

  ChangedElsewhereTest(ProductUnderTest product) {
    this.product = product;
  }

  @Test
  void shouldFailWhenAFileDisappearsBetweenCheckAndUpload() throws IOException {
    // given
    var folder = product.photographs(5);
    var instance = checkedButNotUploaded(folder);

    // when
    Files.delete(folder.resolve("DJI_0003.JPG"));
    instance.awaitEnd();

    // then
    assertFailed(instance, "IMAGE_SET_CHANGED", "DJI_0003.JPG", "is gone now");
  }

  @Test
  void shouldFailWhenAFileChangesBetweenCheckAndUpload() throws IOException {
    // given
    var folder = product.photographs(5);
    var instance = checkedButNotUploaded(folder);

    // when
    Files.write(folder.resolve("DJI_0003.JPG"), new byte[] {1, 2, 3});
    instance.awaitEnd();

    // then
    assertFailed(instance, "IMAGE_SET_CHANGED", "DJI_0003.JPG", "changed after the check");
  }

  @Test
  void shouldFailWhenAFileShrinksBetweenCheckAndUpload() throws IOException {
    // given
    var folder = product.photographs(5);
    var instance = checkedButNotUploaded(folder);

    // when
    try (var file = FileChannel.open(folder.resolve("DJI_0003.JPG"), StandardOpenOption.WRITE)) {
      file.truncate(file.size() / 2);
    }
    instance.awaitEnd();

    // then
    assertFailed(instance, "IMAGE_SET_CHANGED", "DJI_0003.JPG", "changed after the check");
  }

  @Test
  @WhatHappensWhen("photographs change during the upload")
  void shouldFailWhenAFileGrowsWhileItIsSent() throws IOException {
    // given
    product.simulator().faults().nextPuts(5, new StoreFault.Delay(Duration.ofMillis(1500)));
    var folder = product.photographs(5);
    var instance = product.reconstruct(folder);
    awaitCall(Operation.OBTAIN_TOKEN);

    // when
    Files.write(folder.resolve("DJI_0003.JPG"), new byte[1000], StandardOpenOption.APPEND);
    instance.awaitEnd();

    // then
    assertFailed(instance, "IMAGE_SET_CHANGED", "DJI_0003.JPG", "changed after the check");
  }

  @Test
  @WhatHappensWhen("photographs change during the upload")
  void shouldFailWhenAFileIsAddedBetweenCheckAndUpload() throws IOException {
    // given
    var folder = product.photographs(5);
    var later = Optional.of(Duration.ofMinutes(5));
    product.simulator().faults().next(Operation.OBTAIN_TOKEN, new Fault.HttpStatus(429, later));
    var instance = product.reconstruct(folder);
    product
        .engine()
        .awaitWithoutTimePassing(
            "a failed upload",
            () -> !instance.failures("flighthub.image-set.upload-batch").isEmpty());

    // when
    Photographs.write(folder.resolve("DJI_0099.JPG"), 9);
    instance.awaitEnd();

    // then
    assertFailed(instance, "IMAGE_SET_CHANGED", "it had 5 files", "has 6", "nothing writes to");
  }

  @Test
  @WhatHappensWhen("a file or folder becomes a link while it is used")
  void shouldFailWhenAFileBecomesALinkBetweenCheckAndUpload(@TempDir Path elsewhere)
      throws IOException {
    // given
    var folder = product.photographs(5);
    var instance = checkedButNotUploaded(folder);

    // when
    var other = Files.move(folder.resolve("DJI_0003.JPG"), elsewhere.resolve("DJI_0003.JPG"));
    Files.createSymbolicLink(folder.resolve("DJI_0003.JPG"), other);
    instance.awaitEnd();

    // then
    assertFailed(instance, "IMAGE_SET_CHANGED", "DJI_0003.JPG");
    assertThat(product.flightHub().uploadsByFileName()).doesNotContainKey("DJI_0003.JPG");
  }

  @Test
  void shouldFailWhenTheResourceIsDeletedBeforeItIsConfirmed() {
    // given
    product.simulator().faults().next(Operation.GET_RESOURCE, HOLD);
    var instance = product.reconstruct(product.photographs(5));
    awaitCall(Operation.GET_RESOURCE);

    // when
    product.worker(OpenModelApi.class).deleteResource(instance.resourceUuid());
    instance.awaitEnd();

    // then
    assertFailed(instance, "IMAGE_SET_CHANGED", "was deleted in FlightHub");
  }

  @Test
  void shouldFailWhenTheResourceIsDeletedBeforeTheStart() {
    // given
    product.simulator().faults().next(Operation.START, HOLD);
    var instance = product.reconstruct(product.photographs(5));
    awaitCall(Operation.START);

    // when
    product.worker(OpenModelApi.class).deleteResource(instance.resourceUuid());
    instance.awaitEnd();

    // then
    assertFailed(instance, "RECONSTRUCTION_REFUSED", "910005", "is deleted");
  }

  private ReconstructionInstance checkedButNotUploaded(Path folder) {
    product.simulator().faults().next(Operation.OBTAIN_TOKEN, HOLD);
    var instance = product.reconstruct(folder);
    awaitCall(Operation.OBTAIN_TOKEN);
    return instance;
  }

  private void assertFailed(ReconstructionInstance instance, String code, String... words) {
    assertThat(instance.outcome()).isEqualTo("failed");
    assertThat(instance.failureCode()).isEqualTo(code);
    assertThat(instance.failureMessage()).contains(words);
    assertThat(product.flightHub().startedReconstructions()).isZero();
    assertThat(product.nothingLeft()).isTrue();
  }

  private void awaitCall(Operation operation) {
    product
        .engine()
        .passTimeUntil("a call of " + operation, () -> product.flightHub().calls(operation) > 0);
  }
}
