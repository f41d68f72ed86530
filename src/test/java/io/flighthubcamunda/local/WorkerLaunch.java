package io.flighthubcamunda.local;

import io.flighthubcamunda.cli.FlightHubCamunda;
import io.flighthubcamunda.simulator.Simulator;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * How to run {@code flighthub-camunda worker} against an engine and a simulator of this machine.
 *
 * @param engine its gRPC address
 * @param images folder that image folders must lie under
 * @param results where results go; exists, and is the process's working directory
 * @param javaOptions for Java
 * @param settings properties of the product, each as {@code name=value}; of one given twice the
 *     last counts
 */
public record WorkerLaunch(
    URI engine,
    Simulator simulator,
    Path images,
    Path results,
    List<String> javaOptions,
    List<String> settings) {

  public WorkerLaunch {
    javaOptions = List.copyOf(javaOptions);
    settings = List.copyOf(settings);
  }

  /** With what every worker against a simulator needs, and a small heap. */
  public static WorkerLaunch of(URI engine, Simulator simulator, Path images, Path results) {
    return new WorkerLaunch(
        engine,
        simulator,
        images,
        results,
        // For logback-test.xml, which is on its class path as well.
        List.of("-Xmx256m", "-XX:+UseSerialGC", "-Dconsole.level=INFO"),
        List.of(
            "flighthub.storage.allow-http=true",
            "flighthub.rate-limit.calls-per-second=200",
            "flighthub.rate-limit.burst=200",
            "logging.level.io.flighthubcamunda=info"));
  }

  /** With more options for Java; they win over those before. */
  public WorkerLaunch java(String... options) {
    return new WorkerLaunch(
        engine, simulator, images, results, joined(javaOptions, options), settings);
  }

  /** With more properties of the product, each as {@code name=value}. */
  public WorkerLaunch with(String... properties) {
    return new WorkerLaunch(
        engine, simulator, images, results, javaOptions, joined(settings, properties));
  }

  /**
   * With short pauses, for a FlightHub whose models take seconds and a worker that lives as long.
   */
  public WorkerLaunch hurried() {
    return java("-XX:TieredStopAtLevel=1")
        .with(
            "flighthub.admission.full-pause=200ms",
            "flighthub.admission.wait-for-jobs=1s",
            "flighthub.admission.turn-timeout=3s",
            "flighthub.admission.list-grace=2s",
            "flighthub.retry.first-pause=100ms");
  }

  /**
   * Starts the process without waiting for it.
   *
   * @param log takes what it prints, overwritten
   */
  public WorkerProcess start(Path log) {
    return WorkerProcess.start(command(), simulator.settings().access().token(), results, log);
  }

  private List<String> command() {
    var arguments = new ArrayList<String>();
    arguments.add("worker");
    arguments.addAll(lastOfEachName());
    return JavaChild.command(FlightHubCamunda.class, javaOptions, arguments);
  }

  /** Spring would make a list of the values of a name that is given twice. */
  private Collection<String> lastOfEachName() {
    var byName = new LinkedHashMap<String, String>();
    Stream.concat(places(), settings.stream())
        .forEach(setting -> byName.put(setting.split("=", 2)[0], "--" + setting));
    return byName.values();
  }

  private Stream<String> places() {
    return Stream.of(
        "camunda.client.grpc-address=" + engine,
        "flighthub.base-url=" + simulator.baseUrl(),
        "flighthub.project-uuid=" + simulator.settings().access().projectUuid(),
        "flighthub.image-roots=" + images,
        "flighthub.result-root=" + results);
  }

  private static List<String> joined(List<String> some, String... more) {
    return Stream.concat(some.stream(), Stream.of(more)).toList();
  }
}
