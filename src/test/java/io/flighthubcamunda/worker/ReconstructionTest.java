package io.flighthubcamunda.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Photographs in, models out: everything that ends well. */
@ExtendWith(ProductExtension.class)
class ReconstructionTest {

  private final ProductUnderTest product;

  ReconstructionTest(ProductUnderTest product) {
    this.product = product;
  }

  @Test
  void shouldBringTheModelOfAFolderOfPhotographs() throws IOException {
    // given
    var folder = product.photographs(12);

    // when
    var instance = product.reconstruct(folder).awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("ready");
    assertThat(instance.variable("imageSet").path("batchCount").asInt()).isEqualTo(3);
    assertThat(instance.variable("resource").path("fileCount").asInt()).isEqualTo(12);
    assertThat(instance.variable("models").path(0).path("state").asText()).isEqualTo("ready");
    var result = instance.variable("results").path(0);
    var file = Path.of(result.path("file").asText());
    assertThat(file).startsWith(product.resultRoot()).hasFileName("3d.zip");
    assertThat(Files.size(file)).isEqualTo(result.path("sizeBytes").asLong());
    try (var zip = new ZipFile(file.toFile())) {
      assertThat(zip.size()).isPositive();
    }
    assertThat(product.flightHub().startedReconstructions()).isEqualTo(1);
    assertThat(product.resources(instance))
        .singleElement()
        .satisfies(resource -> assertThat(resource.status()).isNotEqualTo(1));
  }
}
