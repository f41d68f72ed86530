package io.flighthubcamunda.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.flighthubcamunda.simulator.Operation;
import io.flighthubcamunda.simulator.RunningList;
import io.flighthubcamunda.simulator.Simulator;
import io.flighthubcamunda.simulator.SimulatorSettings;
import io.flighthubcamunda.storage.BytesContent;
import io.flighthubcamunda.storage.ChunkObserver;
import io.flighthubcamunda.storage.ObjectStore;
import io.flighthubcamunda.storage.TestCredential;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenModelApiTest {

  private Simulator simulator;
  private FlightHub flightHub;
  private OpenModelApi api;

  private void start(UnaryOperator<SimulatorSettings> settings) {
    simulator =
        Simulator.start(
            settings.apply(
                SimulatorSettings.defaults()
                    .withQueueTime(Duration.ofMillis(50))
                    .withReconstructionTime(Duration.ofMillis(100))
                    .withPackagingTime(Duration.ofMillis(50))
                    .withStopDelay(Duration.ZERO)
                    .withDeletionDelay(Duration.ZERO)));
    flightHub = FlightHub.connect(TestConnection.to(simulator));
    api = flightHub.openModel();
  }

  @AfterEach
  void close() {
    simulator.close();
  }

  private String upload(int photographs) {
    var credential = api.obtainToken();
    var files = new ArrayList<UploadCallback.File>();
    var store = ObjectStore.of(credential, TestCredential.connections());

    for (int i = 1; i <= photographs; i++) {
      var name = "DJI_%04d.JPG".formatted(i);
      var content = new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) i};
      var etag = store.put(name, new BytesContent(content), ChunkObserver.NONE);
      files.add(new UploadCallback.File(name, etag));
    }

    var registered =
        api.uploadCallback(
            new UploadCallback(
                UUID.randomUUID().toString(), "site", credential.callbackParam(), files));
    assertThat(registered.uploadCount()).isEqualTo(photographs);
    assertThat(registered.fileNameList()).hasSize(photographs);
    return registered.resourceUuid();
  }

  private StartedModels start(String resource, ReconstructionType... types) {
    var parameters =
        new EnumMap<ReconstructionType, com.fasterxml.jackson.databind.node.ObjectNode>(
            ReconstructionType.class);
    for (var type : types) {
      parameters.put(type, JsonNodeFactory.instance.objectNode().put("quality_level", 2));
    }
    return api.start(StartReconstruction.of(resource, parameters));
  }

  private ModelDetails awaitPackaged(String model) {
    return Awaitility.await()
        .pollInterval(Duration.ofMillis(20))
        .until(() -> api.getModel(model), ModelDetails::packaged);
  }

  @Test
  void shouldGoFromPhotographsToAnArchive() throws IOException {
    // given
    start(settings -> settings);
    var resource = upload(5);
    var details = api.getResource(resource);
    assertThat(details.state()).isEqualTo(ResourceDetails.State.IMPORTED);
    assertThat(details.fileNames()).hasSize(5);
    assertThat(details.resourceSize()).isEqualTo(15);

    // when
    var started = start(resource, ReconstructionType.THREE_D).byType();
    var model = started.get(ReconstructionType.THREE_D).uuid();

    // then
    assertThat(started).containsOnlyKeys(ReconstructionType.THREE_D);
    assertThat(api.listRunning().ofResource(resource))
        .extracting(ModelDetails::modelUuid)
        .containsExactly(model);
    var ready = awaitPackaged(model);
    assertThat(ready.resourceUuid()).isEqualTo(resource);
    assertThat(ready.modelType()).isEqualTo(ReconstructionType.THREE_D.modelType());
    assertThat(ready.modelSize()).isPositive();
    var store = ObjectStore.of(api.obtainToken(), TestCredential.connections());
    try (var zip = new ZipInputStream(store.get(ready.zipFileKey()))) {
      assertThat(zip.getNextEntry()).isNotNull();
    }
  }

  @Test
  void shouldStartSeveralTypesAtOnce() {
    // given
    start(settings -> settings);
    var resource = upload(10);

    // when
    var started = start(resource, ReconstructionType.TWO_D, ReconstructionType.THREE_DGS).byType();

    // then
    assertThat(started)
        .containsOnlyKeys(ReconstructionType.TWO_D, ReconstructionType.THREE_DGS)
        .allSatisfy((type, model) -> assertThat(model.subErrorCode()).isZero());
  }

  @Test
  void shouldStopARunningModel() {
    // given
    start(settings -> settings.withReconstructionTime(Duration.ofHours(1)));
    var model =
        start(upload(5), ReconstructionType.THREE_D)
            .byType()
            .get(ReconstructionType.THREE_D)
            .uuid();

    // when
    api.stop(model);

    // then
    Awaitility.await()
        .pollInterval(Duration.ofMillis(20))
        .untilAsserted(
            () -> assertThat(api.getModel(model).status()).isEqualTo(ModelStatus.CANCELLED));
  }

  @Test
  void shouldDeleteModelAndResource() {
    // given
    start(settings -> settings.withDeletedResourcesForgotten(true));
    var resource = upload(5);
    var model =
        start(resource, ReconstructionType.TWO_D).byType().get(ReconstructionType.TWO_D).uuid();
    awaitPackaged(model);

    // when
    api.deleteModel(model);
    api.deleteResource(resource);

    // then
    assertRefused(() -> api.getModel(model), RefusalReason.NOT_FOUND);
    Awaitility.await()
        .pollInterval(Duration.ofMillis(20))
        .untilAsserted(
            () -> assertRefused(() -> api.getResource(resource), RefusalReason.NOT_FOUND));
  }

  @Test
  void shouldReadAnEmptyRunningListThatIsNull() {
    // given
    start(settings -> settings.withEmptyListsAsNull(true));

    // then
    assertThat(api.listRunning().list()).isEmpty();
  }

  @Test
  void shouldSayWhenTheRunningListIsNotOffered() {
    // given
    start(settings -> settings.withRunningList(RunningList.hidden()));

    // then
    assertRefused(() -> api.listRunning(), RefusalReason.NOT_OFFERED);
    assertThatThrownBy(() -> api.listRunning())
        .hasMessageContaining("GET /open_model/models/running")
        .hasMessageContaining("flighthub.api-prefix");
  }

  @Test
  void shouldReachStatusAndProjectsWithoutAProject() {
    // given
    start(settings -> settings.withProjectCount(3));
    var access = simulator.settings().access();
    var withoutProject =
        FlightHub.connect(
            TestConnection.to(simulator.baseUrl(), access.token(), null, Duration.ofSeconds(5)));

    // when
    withoutProject.organization().systemStatus();
    var first = withoutProject.organization().projects(1, 2).list();
    var second = withoutProject.organization().projects(2, 2).list();

    // then
    assertThat(first).hasSize(2);
    assertThat(second).hasSize(1);
    assertThat(first.getFirst().uuid()).isEqualTo(access.projectUuid());
    assertThatThrownBy(withoutProject::openModel)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("flighthub.project-uuid is not set");
  }

  @Test
  void shouldSayWhyAStartIsRefused() {
    // given
    start(
        settings ->
            settings
                .withQuota(11)
                .withQueueTime(Duration.ofHours(1))
                .withTypesCountSeparately(true));
    var four = upload(4);
    var five = upload(5);

    // then
    assertRefused(() -> start(four, ReconstructionType.THREE_D), RefusalReason.IMAGE_SET);
    assertRefused(
        () -> start(UUID.randomUUID().toString(), ReconstructionType.THREE_D),
        RefusalReason.NOT_FOUND);
    start(five, ReconstructionType.THREE_D);
    start(five, ReconstructionType.TWO_D);
    assertRefused(
        () -> start(five, ReconstructionType.LIDAR, ReconstructionType.THREE_D),
        RefusalReason.IMAGE_SET,
        RefusalReason.CONCURRENCY_LIMIT);
    assertRefused(
        () -> start(upload(5), ReconstructionType.TWO_D),
        RefusalReason.CONCURRENCY_LIMIT,
        RefusalReason.QUOTA_USED_UP);
  }

  @Test
  void shouldSayWhenTheRegistrationDoesNotMatchTheStore() {
    // given
    start(settings -> settings);
    var credential = api.obtainToken();
    var missing =
        new UploadCallback(
            UUID.randomUUID().toString(),
            "site",
            credential.callbackParam(),
            List.of(new UploadCallback.File("A.JPG", "0cc175b9c0f1b6a831c399e269772661")));
    var expired =
        new UploadCallback(UUID.randomUUID().toString(), "site", "unknown", missing.files());

    // then
    assertRefused(() -> api.uploadCallback(missing), RefusalReason.UPLOAD_MISMATCH);
    assertRefused(() -> api.uploadCallback(expired), RefusalReason.CREDENTIAL_EXPIRED);
  }

  @Test
  void shouldNeverRepeatAStartWhoseAnswerWasLost() {
    // given
    start(settings -> settings);
    var resource = upload(5);
    simulator
        .faults()
        .next(Operation.START, new io.flighthubcamunda.simulator.Fault.DropAfterEffect());

    // when
    assertThatThrownBy(() -> start(resource, ReconstructionType.THREE_D))
        .isInstanceOf(FlightHubAnswerLostException.class)
        .hasMessageContaining("POST /open_model/models/reconstruction/start");

    // then
    assertThat(simulator.flightHub().calls(Operation.START)).isEqualTo(1);
    assertThat(simulator.flightHub().startedReconstructions()).isEqualTo(1);
    assertThat(api.listRunning().ofResource(resource)).hasSize(1);
  }

  @Test
  void shouldTakeTheSecondVersionOfTheApi() {
    // given
    start(settings -> settings);
    var access = simulator.settings().access();
    var connection =
        new FlightHubConnection(
            simulator.baseUrl(),
            "/openapi/v2.0",
            new OrganizationKey(access.token()),
            access.projectUuid(),
            "en",
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            100,
            100,
            RefusalCodes.defaults());

    // then
    assertThat(FlightHub.connect(connection).openModel().listRunning().list()).isEmpty();
  }

  @Test
  void shouldReactToTheCodesOfASetting() {
    // given
    start(settings -> settings);
    var access = simulator.settings().access();
    var codes = RefusalCodes.defaults().plus(Map.of(RefusalReason.IN_USE, List.of(200404, 310001)));
    var connection =
        new FlightHubConnection(
            simulator.baseUrl(),
            FlightHubConnection.V1_PREFIX,
            new OrganizationKey(access.token()),
            access.projectUuid(),
            "en",
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            100,
            100,
            codes);

    // then
    assertRefused(
        () ->
            FlightHub.connect(connection).openModel().getResource("2f0c7b1e-5d53-4d0c-9a0a-000000"),
        RefusalReason.IN_USE);
  }

  private static void assertRefused(Runnable call, RefusalReason... reasons) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            FlightHubRefusalException.class,
            refusal -> assertThat(refusal.reason()).isIn((Object[]) reasons));
  }
}
