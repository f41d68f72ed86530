package io.flighthubcamunda.bench.waiting;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ProcessInstanceEvent;
import io.flighthubcamunda.bench.BenchException;
import io.flighthubcamunda.bench.BusyEngine;
import io.flighthubcamunda.simulator.Simulator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Fills an engine with instances of {@code reconstruct-images} that wait: for a slot, or for the
 * next look at their model. They begin at the element where they wait.
 */
record WaitingRoom(CamundaClient client, Simulator simulator) {

  private static final int IMAGES = 5;
  private static final int SIDE_BY_SIDE = 32;
  private static final String LONG = "PT12H";

  /**
   * Instances that wait for a slot.
   *
   * @param runTimes of their reconstructions
   */
  List<String> forSlots(Stream<Duration> runTimes) {
    var resources = runTimes.map(this::resource).toList();
    create(
        resources.stream().map(uuid -> Map.<String, Object>of("resourceUuid", uuid)).toList(),
        "StartReconstruction");
    return resources;
  }

  /** Instances whose models are looked at again in half a day. */
  void forModels(int count) {
    create(
        Stream.generate(() -> awaiting(UUID.randomUUID().toString())).limit(count).toList(),
        "MakeModel");
  }

  private String resource(Duration runTime) {
    var uuid = UUID.randomUUID().toString();
    simulator.addResource(uuid, IMAGES);
    simulator.setReconstructionTime(uuid, runTime);
    return uuid;
  }

  private static Map<String, Object> awaiting(String resourceUuid) {
    var model =
        Map.of(
            "type",
            "3d",
            "uuid",
            UUID.randomUUID().toString(),
            "state",
            "queued",
            "progress",
            0,
            "startedAt",
            Instant.now().toString(),
            "phaseSince",
            Instant.now().toString(),
            "checks",
            0,
            "nextCheckIn",
            LONG);
    return Map.of("resourceUuid", resourceUuid, "startedModels", List.of(model));
  }

  private void create(List<Map<String, Object>> variables, String element) {
    try (var threads = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
      var created =
          variables.stream()
              .map(one -> threads.submit(() -> BusyEngine.patiently(() -> send(one, element))))
              .toList();
      for (var one : created) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new BenchException("An instance could not be created: " + e.getCause(), e);
    } catch (InterruptedException e) {
      throw new BenchException("Interrupted", e);
    }
  }

  private ProcessInstanceEvent send(Map<String, Object> variables, String element) {
    return client
        .newCreateInstanceCommand()
        .bpmnProcessId("reconstruct-images")
        .latestVersion()
        .variables(
            Stream.concat(
                    variables.entrySet().stream(),
                    Map.<String, Object>of(
                        "types",
                        List.of("3d"),
                        "imageSetName",
                        "waits",
                        "parameters",
                        Map.of(),
                        "resultFolder",
                        "waits")
                        .entrySet()
                        .stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
        .startBeforeElement(element)
        .send()
        .join();
  }
}
