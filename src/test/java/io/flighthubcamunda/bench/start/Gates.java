package io.flighthubcamunda.bench.start;

import io.flighthubcamunda.simulator.Simulator;
import io.flighthubcamunda.worker.WorkerApplication;
import io.flighthubcamunda.worker.job.WorkerListener;
import io.grpc.ClientInterceptor;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Several workers of the product inside this process, of which only the gates are open. */
final class Gates implements AutoCloseable {

  private final List<ConfigurableApplicationContext> workers = new CopyOnWriteArrayList<>();

  /**
   * @param more settings, each as {@code name=value}
   */
  static Gates open(
      int count,
      URI engine,
      Simulator simulator,
      Pace pace,
      TroubledEngine way,
      WorkerListener listener,
      String... more) {
    var gates = new Gates();
    IntStream.range(0, count)
        .parallel()
        .mapToObj(i -> worker(engine, simulator, pace, way, listener, more))
        .forEach(gates.workers::add);
    return gates;
  }

  /** What a worker needs that only starts, each as {@code name=value}. */
  static List<String> settings(Pace pace) {
    return Stream.concat(
            pace.settings().stream(),
            Stream.of(
                "flighthub.admission.slots=" + TrialField.SLOTS,
                "flighthub.rate-limit.calls-per-second=1000",
                "flighthub.rate-limit.burst=1000",
                "camunda.client.deployment.enabled=false",
                "camunda.client.worker.defaults.enabled=false"))
        .toList();
  }

  private static ConfigurableApplicationContext worker(
      URI engine,
      Simulator simulator,
      Pace pace,
      TroubledEngine way,
      WorkerListener listener,
      String... more) {
    var access = simulator.settings().access();
    return new SpringApplicationBuilder(WorkerApplication.class)
        .logStartupInfo(false)
        .initializers(
            context -> {
              var beans = (GenericApplicationContext) context;
              beans.registerBean("operator", WorkerListener.class, () -> listener);
              beans.registerBean("way", ClientInterceptor.class, () -> way);
            })
        .run(
            Stream.concat(
                    Stream.of(
                        "camunda.client.grpc-address=" + engine,
                        "flighthub.base-url=" + simulator.baseUrl(),
                        "flighthub.token=" + access.token(),
                        "flighthub.project-uuid=" + access.projectUuid()),
                    Stream.concat(settings(pace).stream(), Stream.of(more)))
                .map(setting -> "--" + setting)
                .toArray(String[]::new));
  }

  @Override
  public void close() {
    workers.parallelStream().forEach(ConfigurableApplicationContext::close);
    workers.clear();
  }
}
