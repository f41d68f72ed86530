package io.flighthubcamunda.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import io.flighthubcamunda.docs.WhatHappensWhen;
import io.flighthubcamunda.simulator.Fault;
import io.flighthubcamunda.simulator.ModelType;
import io.flighthubcamunda.simulator.Operation;
import io.flighthubcamunda.simulator.Outcome;
import io.flighthubcamunda.simulator.SimulatedModel;
import io.flighthubcamunda.worker.instance.ResourceUuids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** Photographs in, models out: everything that ends well. */
@ProductTest
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
    assertThat(file.resolveSibling("image-set.html")).content().contains("DJI_0001.JPG");
    assertThat(product.flightHub().startedReconstructions()).isEqualTo(1);
    assertThat(product.resources(instance))
        .singleElement()
        .satisfies(resource -> assertThat(resource.status()).isNotEqualTo(1));
  }

  @Test
  void shouldTellItsInstanceByTheUuidOfTheResource() {
    // given
    var folder = product.photographs(5);

    // when nobody names a resource
    var key =
        product.engine().start("reconstruct-images", Map.of("imageFolder", folder.toString()));
    var instance = new ReconstructionInstance(product.engine(), key, "").awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("ready");
    var resourceUuid = instance.variable("resourceUuid").asText();
    assertThat(product.worker(ResourceUuids.class).instanceOf(resourceUuid)).hasValue(key);
    assertThat(product.flightHub().models())
        .extracting(SimulatedModel::resourceUuid)
        .containsExactly(resourceUuid);
  }

  @Test
  void shouldMakeThreeTypesInOneGo() {
    // given
    product.renew(flightHub -> flightHub.withTypesCountSeparately(false));
    var folder = product.photographs(10);

    // when
    var instance =
        product.reconstruct(folder, Map.of("types", List.of("2d", "3d", "3dgs"))).awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("ready");
    assertThat(instance.variable("results").findValuesAsText("type"))
        .containsExactlyInAnyOrder("2d", "3d", "3dgs");
    assertThat(filesOf(instance)).allSatisfy(file -> assertThat(file).isNotEmptyFile());
    assertThat(product.flightHub().calls(Operation.START)).isEqualTo(1);
    assertThat(product.models(instance))
        .extracting(SimulatedModel::type)
        .containsExactlyInAnyOrder(
            ModelType.TWO_D, ModelType.THREE_D, ModelType.GAUSSIAN_SPLATTING);
  }

  @Test
  void shouldTakeTheWholeRecordingForALidarModel() throws IOException {
    // given
    var folder = product.photographs(5);
    for (var suffix : List.of("IMU", "RTK", "RTB", "RTL", "RTS", "LDR", "CLC", "CLI")) {
      Files.writeString(folder.resolve("DJI_0001." + suffix), "recording of " + suffix);
    }

    // when
    var instance = product.reconstruct(folder, Map.of("types", List.of("lidar"))).awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("ready");
    assertThat(product.resources(instance).getFirst().fileNames())
        .hasSize(13)
        .contains("DJI_0001.LDR", "DJI_0001.JPG");
    assertThat(filesOf(instance)).hasSize(1);
  }

  @Test
  @WhatHappensWhen("a model stops moving, or is queued for a day")
  void shouldFollowAReconstructionOfThreeDaysWithFewLooks() {
    // given
    product.renew(
        flightHub ->
            flightHub
                .withQueueTime(Duration.ofHours(5))
                .withReconstructionTime(Duration.ofHours(66))
                .withPackagingTime(Duration.ofHours(2)));
    var begin = product.engine().clock().instant();

    // when
    var instance = product.reconstruct(product.photographs(5)).awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("ready");
    assertThat(Duration.between(begin, product.engine().clock().instant()))
        .isBetween(Duration.ofHours(73), Duration.ofHours(73).multipliedBy(103).dividedBy(100));
    // A look every 30 s would be 8,760. The cleaning up knows that the model is ready.
    assertThat(product.flightHub().calls(Operation.GET_MODEL))
        .isLessThanOrEqualTo(40)
        .isEqualTo(instance.variable("models").path(0).path("checks").asInt());
    assertThat(instance.passed()).contains("NotifyOperator");
  }

  @Test
  @WhatHappensWhen("a model stops moving, or is queued for a day")
  void shouldLookEverMoreSeldomAtAModelThatIsQueuedForADayAndThenStopsMoving() {
    // given
    product.renew(
        flightHub ->
            flightHub
                .withQueueTime(Duration.ofDays(1))
                .withOutcome(ModelType.THREE_D, new Outcome.Stuck(40)));
    var begin = product.engine().clock().instant();

    // when
    var instance =
        product
            .reconstruct(
                product.photographs(5),
                Map.of("reconstructionTimeLimit", "P2D", "askPeople", false))
            .awaitEnd();

    // then
    assertThat(instance.failureCode()).isEqualTo("MODEL_OVERDUE");
    assertThat(Duration.between(begin, product.engine().clock().instant()))
        .isBetween(Duration.ofDays(3), Duration.ofDays(3).plusHours(2));
    assertThat(product.flightHub().calls(Operation.GET_MODEL)).isLessThanOrEqualTo(40);
    assertThat(instance.variable("models").path(0).path("checks").asInt()).isBetween(10, 40);
    assertThat(modelsSeenOnTheWay())
        .filteredOn(model -> model.path("checks").asInt() > 10)
        .anySatisfy(model -> assertThat(model.path("progressHistory")).last().hasToString("40"));
  }

  /** As an operator sees the variable of an instance that waits. */
  private List<JsonNode> modelsSeenOnTheWay() {
    return new ArrayList<>(product.engine().history().records())
        .stream()
            .map(Record::getValue)
            .filter(VariableRecordValue.class::isInstance)
            .map(VariableRecordValue.class::cast)
            .filter(variable -> variable.getName().equals("model"))
            .map(variable -> ReconstructionInstance.json(variable.getValue()))
            .toList();
  }

  @Test
  @WhatHappensWhen("a model's status or progress makes no sense")
  void shouldTakeAnAnswerThatMakesNoSenseForProgressAndWarnOnce() {
    // given answers without any data
    product
        .simulator()
        .faults()
        .next(Operation.GET_MODEL, new Fault.Code(0, ""))
        .next(Operation.GET_MODEL, new Fault.Code(0, ""));

    // when
    var instance = product.reconstruct(product.photographs(5)).awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("ready");
    assertThat(instance.variable("models").path(0).path("warnings"))
        .map(JsonNode::asText)
        .contains("unknown-status")
        .doesNotHaveDuplicates();
  }

  @Test
  void shouldTellTheOperatorOnceWhenItTakesLongerThanExpected() {
    // given
    product.renew(flightHub -> flightHub.withReconstructionTime(Duration.ofHours(2)));
    var folder = product.photographs(5);

    // when
    var instance =
        product
            .reconstruct(folder, Map.of("expectedDuration", "PT20M", "imageSetName", "North slope"))
            .awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("ready");
    assertThat(instance.passed()).containsOnlyOnce("NotifyOperator");
    assertThat(product.log().lines())
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("North slope takes longer than expected (PT20M)")
                    .contains("processInstanceKey=" + instance.key()));
  }

  @Test
  void shouldKeepTheModelAndDeleteTheImagesUnlessToldOtherwise() {
    // when
    var instance = product.reconstruct(product.photographs(5)).awaitEnd();

    // then
    product.engine().advance(Duration.ofMinutes(1));
    assertThat(product.models(instance)).noneMatch(SimulatedModel::deleted);
    assertThat(product.resources(instance).getFirst().status()).isEqualTo(3);
    assertThat(instance.variable("cleanUp").path("keptModels")).hasSize(1);
    assertThat(instance.variable("cleanUp").path("resourceDeleted").asBoolean()).isTrue();
  }

  @Test
  void shouldKeepTheImagesAndDeleteTheModelWhenAskedTo() {
    // when
    var instance =
        product
            .reconstruct(product.photographs(5), Map.of("keepResource", true, "keepModels", false))
            .awaitEnd();

    // then
    product.engine().advance(Duration.ofMinutes(1));
    assertThat(filesOf(instance)).allSatisfy(file -> assertThat(file).isNotEmptyFile());
    assertThat(product.models(instance)).allMatch(SimulatedModel::deleted);
    assertThat(product.resources(instance).getFirst().status()).isEqualTo(1);
    assertThat(instance.variable("cleanUp").path("deletedModels")).hasSize(1);
  }

  @Test
  void shouldPutTheResultWhereTheStarterWantsIt() {
    // when
    var instance =
        product
            .reconstruct(product.photographs(5), Map.of("resultFolder", "customers/Süd 7"))
            .awaitEnd();

    // then
    assertThat(filesOf(instance))
        .containsExactly(product.resultRoot().resolve("customers/Süd 7/3d.zip"));
  }

  private static List<Path> filesOf(ReconstructionInstance instance) {
    return instance.variable("results").findValuesAsText("file").stream().map(Path::of).toList();
  }
}
