package io.flighthubcamunda.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.flighthubcamunda.simulator.Fault;
import io.flighthubcamunda.simulator.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Image sets that are no folder. */
@ProductTest
class SourcesTest {

  private final ProductUnderTest product;

  SourcesTest(ProductUnderTest product) {
    this.product = product;
  }

  @Test
  void shouldReconstructPhotographsOfABucket() throws IOException {
    // given
    var site = "site-" + UUID.randomUUID();
    for (int i = 1; i <= 12; i++) {
      product.bucket().put("%s/DJI_%04d.JPG".formatted(site, i), Photographs.jpeg(i));
    }

    // when
    var instance = product.reconstruct("s3://surveys/" + site + "/").awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("ready");
    var imageSet = instance.variable("imageSet");
    assertThat(imageSet.path("name").asText()).isEqualTo(site);
    assertThat(imageSet.path("folder").asText()).isEqualTo("s3://surveys/" + site);
    assertThat(imageSet.path("batchCount").asInt()).isEqualTo(3);
    assertThat(product.resources(instance).getFirst().fileNames())
        .hasSize(12)
        .contains("DJI_0001.JPG", "DJI_0012.JPG");
    assertThat(product.models(instance)).hasSize(1);
    assertThat(product.log().lines())
        .noneMatch(line -> line.contains(product.bucket().secretAccessKey()));
  }

  @Test
  void shouldFailWhenAnObjectChangesBetweenCheckAndUpload() throws IOException {
    // given
    var site = "site-" + UUID.randomUUID();
    for (int i = 1; i <= 5; i++) {
      product.bucket().put("%s/DJI_%04d.JPG".formatted(site, i), Photographs.jpeg(i));
    }
    var later = Optional.of(Duration.ofMinutes(5));
    product.simulator().faults().next(Operation.OBTAIN_TOKEN, new Fault.HttpStatus(429, later));
    var instance = product.reconstruct("s3://surveys/" + site);
    product
        .engine()
        .awaitWithoutTimePassing(
            "a failed upload",
            () -> !instance.failures("flighthub.image-set.upload-batch").isEmpty());

    // when
    product.bucket().put(site + "/DJI_0003.JPG", Photographs.jpeg(20));
    instance.awaitEnd();

    // then
    assertEnded(instance, "failed", "IMAGE_SET_CHANGED", "changed after the check");
  }

  @Test
  void shouldRejectABucketOutsideOfTheRoots() {
    // when
    var instance = product.reconstruct("s3://somebody-elses/photographs").awaitEnd();

    // then
    assertEnded(
        instance, "rejected", "IMAGE_SET_INVALID", "does not lie under a configured image root");
  }

  @Test
  void shouldReconstructTheFilesOfAList() throws IOException {
    // given
    var folder = product.photographs(8);
    var list =
        Files.writeString(
            folder.resolve("north.txt"),
            "# only these\nDJI_0001.JPG\nDJI_0003.JPG\n\nDJI_0004.JPG\nDJI_0006.JPG\nDJI_0008.JPG\n");

    // when
    var instance = product.reconstruct(list.toString()).awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("ready");
    assertThat(instance.variable("imageSet").path("name").asText()).isEqualTo("north");
    assertThat(product.resources(instance).getFirst().fileNames())
        .containsExactlyInAnyOrder(
            "DJI_0001.JPG", "DJI_0003.JPG", "DJI_0004.JPG", "DJI_0006.JPG", "DJI_0008.JPG");
  }

  @Test
  void shouldRejectAListThatLeadsOutOfTheRoots(@TempDir Path elsewhere) throws IOException {
    // given
    Photographs.into(elsewhere, 1);
    var folder = product.photographs(5);
    var list =
        Files.writeString(
            folder.resolve("list.txt"), "DJI_0001.JPG\n" + elsewhere.resolve("DJI_0001.JPG"));

    // when
    var instance = product.reconstruct(list.toString()).awaitEnd();

    // then
    assertEnded(
        instance, "rejected", "IMAGE_SET_INVALID", "Line 2", "under a configured image root");
  }

  private static void assertEnded(
      ReconstructionInstance instance, String outcome, String code, String... words) {
    assertThat(instance.outcome()).isEqualTo(outcome);
    assertThat(instance.failureCode()).isEqualTo(code);
    assertThat(instance.failureMessage()).contains(words);
  }
}
