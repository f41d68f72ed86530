package io.flighthubcamunda.worker.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.CamundaClient;
import io.flighthubcamunda.api.OpenModelApi;
import io.flighthubcamunda.api.RawServer;
import io.flighthubcamunda.api.TestConnection;
import io.flighthubcamunda.docs.WhatHappensWhen;
import io.flighthubcamunda.worker.config.FlightHubProperties;
import io.flighthubcamunda.worker.instance.FoundInstance;
import io.flighthubcamunda.worker.instance.InstanceSearch;
import io.flighthubcamunda.worker.instance.LivingInstances;
import io.flighthubcamunda.worker.instance.ResourceUuids;
import io.flighthubcamunda.worker.job.RemoteCleanUp;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What is to happen with leftovers, where nothing is left over. */
class ReconcileWorkerTest {

  /** Never asked: nobody's instance has to be judged. */
  private final CamundaClient engine =
      CamundaClient.newClientBuilder().grpcAddress(URI.create("http://127.0.0.1:1")).build();

  private final RawServer flightHub =
      RawServer.answering(200, "{\"code\":0,\"data\":{\"list\":[]}}");

  @AfterEach
  void close() {
    flightHub.close();
    engine.close();
  }

  @ParameterizedTest
  @CsvSource({"DRY_RUN, false", "APPLY, true"})
  @WhatHappensWhen("an instance is cancelled in Operate")
  void shouldSettleOnceADayWhereTheSettingsSaySo(String daily, boolean settled) {
    assertThat(worker(daily).reconcile(null, null).reconciliation().apply()).isEqualTo(settled);
    assertThat(flightHub.asked()).hasSize(1);
  }

  @Test
  void shouldNotEvenLookOnceADayWhereTheSettingsSaySo() {
    assertThat(worker("OFF").reconcile(null, null).reconciliation().notes()).hasSize(1);
    assertThat(flightHub.asked()).isEmpty();
  }

  @Test
  void shouldDoWhatIsAskedForWhateverTheSettingsSay() {
    assertThat(worker("OFF").reconcile(true, null).reconciliation().apply()).isTrue();
    assertThat(worker("APPLY").reconcile(false, null).reconciliation().apply()).isFalse();
  }

  private ReconcileWorker worker(String daily) {
    var properties =
        new Binder(new MapConfigurationPropertySource(Map.of("flighthub.reconcile.daily", daily)))
            .bind("flighthub", FlightHubProperties.class)
            .get();
    OpenModelApi api = TestConnection.openModel(flightHub.uri());
    var reconciler =
        new Reconciler(
            api,
            new LivingInstances(engine),
            new NobodyWasCancelled(),
            new ResourceUuids("here"),
            new RemoteCleanUp(api),
            true);
    return new ReconcileWorker(reconciler, properties);
  }

  private static final class NobodyWasCancelled implements InstanceSearch {

    @Override
    public Optional<FoundInstance> find(long processInstanceKey) {
      return Optional.empty();
    }

    @Override
    public List<FoundInstance> withVariable(String name, String text) {
      return List.of();
    }

    @Override
    public List<FoundInstance> cancelled() {
      return List.of();
    }

    @Override
    public Map<String, JsonNode> variables(long processInstanceKey, Set<String> names) {
      return Map.of();
    }
  }
}
