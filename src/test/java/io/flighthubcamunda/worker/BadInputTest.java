package io.flighthubcamunda.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.flighthubcamunda.docs.WhatHappensWhen;
import io.flighthubcamunda.simulator.Operation;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can't be done is said before anything is sent anywhere. */
@ProductTest
class BadInputTest {

  private final ProductUnderTest product;

  BadInputTest(ProductUnderTest product) {
    this.product = product;
  }

  @Test
  void shouldRejectAFolderThatDoesNotExist() {
    var missing = product.imageRoot().resolve("nobody-made-this");
    assertRejected(missing, Map.of(), "IMAGE_SET_INVALID", "nobody-made-this", "does not exist");
  }

  @Test
  void shouldRejectAFolderOutsideTheRoots(@TempDir Path elsewhere) throws IOException {
    Photographs.into(elsewhere, 5);
    assertRejected(
        elsewhere, Map.of(), "IMAGE_SET_INVALID", "does not lie under a configured image root");
    var climbing = product.imageRoot().resolve("..").resolve("..").resolve("..");
    assertRejected(
        climbing, Map.of(), "IMAGE_SET_INVALID", "does not lie under a configured image root");
  }

  @Test
  void shouldRejectALinkThatLeadsOutOfTheRoots(@TempDir Path elsewhere) throws IOException {
    Photographs.into(elsewhere, 5);
    var link = product.imageRoot().resolve("link-to-elsewhere");
    Files.createSymbolicLink(link, elsewhere);
    assertRejected(
        link, Map.of(), "IMAGE_SET_INVALID", "does not lie under a configured image root");
  }

  @Test
  void shouldRejectAnEmptyFolder() {
    var empty = product.photographs(0);
    assertThat(empty.toFile().mkdirs()).isTrue();
    assertRejected(empty, Map.of(), "IMAGE_SET_INVALID", "no photographs");
  }

  @Test
  void shouldRejectAFile() {
    var file = product.photographs(1).resolve("DJI_0001.JPG");
    assertRejected(file, Map.of(), "IMAGE_SET_INVALID", "is not a folder");
  }

  @Test
  void shouldRejectFourImagesForA3dModel() {
    assertRejected(
        product.photographs(4), Map.of(), "IMAGE_SET_INVALID", "4 usable", "3d", "at least 5");
  }

  @Test
  void shouldLeaveAPageThatSaysWhyASetWasRejected() {
    // given
    var folder = product.photographs(4);

    // when
    assertRejected(folder, Map.of("resultFolder", "rejected"), "IMAGE_SET_INVALID", "4 usable");

    // then
    assertThat(product.resultRoot().resolve("rejected/image-set.html"))
        .content()
        .contains("FlightHub would refuse this set", "4 usable photographs");
  }

  @Test
  void shouldRejectNineImagesForA3dgsModel() {
    assertRejected(
        product.photographs(9),
        Map.of("types", List.of("3d", "3dgs")),
        "IMAGE_SET_INVALID",
        "9 usable",
        "3dgs",
        "at least 10");
  }

  @Test
  void shouldRejectALidarModelWithoutARecording() {
    assertRejected(
        product.photographs(5),
        Map.of("types", List.of("lidar")),
        "IMAGE_SET_INVALID",
        "no LiDAR recording");
  }

  @Test
  void shouldRejectASetOfWhichTooFewFilesAreWhole() throws IOException {
    var folder = product.photographs(4);
    Files.createFile(folder.resolve("DJI_0005.JPG"));
    assertRejected(folder, Map.of(), "IMAGE_SET_INVALID", "4 usable", "at least 5");
  }

  @Test
  @WhatHappensWhen("some photographs are empty or cut off")
  void shouldLeaveOutEmptyAndTruncatedFilesWithAWarning() throws IOException {
    // given
    var folder = product.photographs(5);
    Files.createFile(folder.resolve("DJI_0006.JPG"));
    var whole = Photographs.jpeg(7);
    Files.write(folder.resolve("DJI_0007.JPG"), Arrays.copyOf(whole, whole.length / 2));

    // when
    var instance = product.reconstruct(folder).awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("ready");
    var imageSet = instance.variable("imageSet");
    assertThat(imageSet.path("leftOut"))
        .extracting(node -> node.asText())
        .containsExactlyInAnyOrder("DJI_0006.JPG", "DJI_0007.JPG");
    assertThat(imageSet.path("warnings").toString())
        .contains("files are empty (DJI_0006.JPG)", "files are cut off (DJI_0007.JPG)");
    assertThat(product.resources(instance).getFirst().fileNames()).hasSize(5);
  }

  @Test
  void shouldTakeNamesWithSpacesUmlautsAndDots() {
    // given
    var folder = product.photographs(2);
    var names = List.of("Süd Seite 1.JPG", "a..b.JPG", "100 % + {ü}.jpg", "日本.JPG");
    names.forEach(name -> Photographs.write(folder.resolve(name), 10 + names.indexOf(name)));

    // when
    var instance = product.reconstruct(folder).awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("ready");
    assertThat(product.resources(instance).getFirst().fileNames())
        .hasSize(6)
        .contains("Süd Seite 1.JPG", "a..b.JPG", "100 % + _ü_.jpg", "日本.JPG");
  }

  @Test
  void shouldStoreUnderAnotherNameWhatStoresAndTheCallbackRefuse() {
    // given
    var folder = product.photographs(2);
    var names = List.of("back\\slash.JPG", "line\nbreak.JPG", " blank.JPG", "behind.JPG ");
    names.forEach(name -> Photographs.write(folder.resolve(name), 10 + names.indexOf(name)));

    // when
    var instance = product.reconstruct(folder).awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("ready");
    assertThat(product.resources(instance).getFirst().fileNames())
        .hasSize(6)
        .contains("back_slash.JPG", "line_break.JPG", "_blank.JPG", "behind.JPG_");
    assertThat(instance.variable("imageSet").path("warnings").toString())
        .contains("4 files are stored under another name");
  }

  @Test
  void shouldTakeWhatLiesInAFolderNamedLikeAPhotograph() throws IOException {
    // given
    var folder = product.photographs(4);
    Photographs.write(folder.resolve("DJI_0005.JPG").resolve("a.JPG"), 20);
    Files.createDirectory(folder.resolve("DJI_0006.JPG"));
    Files.createSymbolicLink(folder.resolve("loop"), folder);

    // when
    var instance = product.reconstruct(folder).awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("ready");
    assertThat(product.resources(instance).getFirst().fileNames()).hasSize(5).contains("a.JPG");
    assertThat(instance.variable("imageSet").path("warnings").toString())
        .contains("named like photographs: 2 (DJI_0005.JPG, DJI_0006.JPG)")
        .contains("Symbolic links are not followed: 1 left out (loop)");
  }

  @Test
  void shouldRejectAFolderThatIsALinkToItself() throws IOException {
    // given
    var loop = product.imageRoot().resolve("loop-" + System.nanoTime());
    Files.createSymbolicLink(loop, loop);

    // when / then
    assertRejected(loop, Map.of(), "IMAGE_SET_INVALID", "is a symbolic link that leads nowhere");
  }

  @Test
  void shouldRejectAFileThatNoStoreTakesInOneRequest() throws IOException {
    // given
    var folder = product.photographs(5);
    var huge = folder.resolve("scan.LDR");
    try (var file = new RandomAccessFile(huge.toFile(), "rw")) {
      // Sparse: it takes no room.
      file.setLength(6_000_000_000L);
    }

    // when / then
    assertRejected(
        folder,
        Map.of("types", List.of("lidar")),
        "IMAGE_SET_INVALID",
        "Larger than the 5,368,709,120 bytes",
        "1 files (scan.LDR)",
        "flighthub.upload.multipart-from");
  }

  @Test
  void shouldKeepFilesApartThatHaveTheSameNameInTwoFolders() {
    // given
    var folder = product.photographs(0);
    Photographs.into(folder.resolve("100MEDIA"), 3);
    Photographs.into(folder.resolve("101MEDIA"), 3);

    // when
    var instance = product.reconstruct(folder).awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("ready");
    assertThat(product.resources(instance).getFirst().fileNames())
        .hasSize(6)
        .contains("100MEDIA_DJI_0001.JPG", "101MEDIA_DJI_0001.JPG");
  }

  @Test
  void shouldRejectAnUnknownType() {
    assertRejected(
        product.photographs(5),
        Map.of("types", List.of("4d")),
        "REQUEST_INVALID",
        "\"4d\"",
        "2d, 3d, 3dgs, lidar");
  }

  @Test
  void shouldRejectTypesThatAreNoList() {
    assertRejected(product.photographs(5), Map.of("types", "3d"), "REQUEST_INVALID", "types");
  }

  @Test
  void shouldRejectParametersThatAreNoJson() {
    assertRejected(
        product.photographs(5),
        Map.of("parameters", Map.of("3d", "{quality: high")),
        "REQUEST_INVALID",
        "parameters of type 3d are not a JSON object");
  }

  @Test
  void shouldRejectParametersThatAreNoContext() {
    assertRejected(
        product.photographs(5), Map.of("parameters", "high"), "REQUEST_INVALID", "parameters");
  }

  @Test
  void shouldRejectAResourceUuidThatIsNone() {
    assertRejected(
        product.photographs(5),
        Map.of("resourceUuid", "../models/running"),
        "REQUEST_INVALID",
        "resourceUuid is no UUID");
  }

  @Test
  void shouldRejectANameOf300Characters() {
    assertRejected(
        product.photographs(5),
        Map.of("imageSetName", "x".repeat(300)),
        "IMAGE_SET_INVALID",
        "300 characters",
        "at most 255");
  }

  @Test
  void shouldRejectAResultFolderOutsideTheResultRoot() {
    assertRejected(
        product.photographs(5),
        Map.of("resultFolder", "../elsewhere"),
        "REQUEST_INVALID",
        "result folder",
        "lies outside");
  }

  @Test
  void shouldRejectATimeLimitThatIsNoDurationBeforeAnythingIsSent() {
    assertRejected(
        product.photographs(5),
        Map.of("queueTimeLimit", "three days"),
        "REQUEST_INVALID",
        "queueTimeLimit",
        "three days");
  }

  @Test
  void shouldRejectATimeLimitOfTheWholeThatIsNoDurationBeforeAnythingIsSent() {
    assertRejected(
        product.photographs(5),
        Map.of("timeLimit", "two weeks"),
        "REQUEST_INVALID",
        "timeLimit",
        "two weeks");
  }

  @Test
  void shouldRejectATimeLimitThatEndsBeforeTheFirstCheckBeforeAnythingIsSent() {
    assertRejected(
        product.photographs(5),
        Map.of("packagingTimeLimit", "PT0.001S"),
        "REQUEST_INVALID",
        "packagingTimeLimit is PT0.001S",
        "flighthub.poll.shortest");
  }

  private void assertRejected(
      Path folder, Map<String, Object> variables, String code, String... words) {
    // when
    var instance = product.reconstruct(folder, new HashMap<>(variables)).awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("rejected");
    assertThat(instance.failureCode()).isEqualTo(code);
    assertThat(instance.failureMessage()).contains(words);
    assertThat(product.flightHub().calls(Operation.OBTAIN_TOKEN)).isZero();
    assertThat(product.flightHub().resources()).isEmpty();
    assertThat(product.flightHub().models()).isEmpty();
  }
}
