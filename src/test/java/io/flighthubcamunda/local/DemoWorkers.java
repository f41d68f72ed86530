package io.flighthubcamunda.local;

import io.flighthubcamunda.simulator.Simulator;
import io.flighthubcamunda.simulator.SimulatorSettings;
import io.flighthubcamunda.worker.WorkerApplication;
import io.flighthubcamunda.worker.job.WorkerListener;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The product's workers inside this process, set up for a simulator and a local engine. */
final class DemoWorkers {

  private DemoWorkers() {}

  static ConfigurableApplicationContext start(
      LocalEngine engine,
      Simulator simulator,
      SimulatorSettings settings,
      Path images,
      Path results,
      WorkerListener listener) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("camunda.client.grpc-address", engine.grpcAddress());
    engine
        .operateAddress()
        .ifPresent(operate -> properties.put("flighthub.operate.url", operate.resolve("/")));
    properties.put("flighthub.base-url", simulator.baseUrl());
    properties.put("flighthub.token", settings.access().token());
    properties.put("flighthub.project-uuid", settings.access().projectUuid());
    properties.put("flighthub.storage.allow-http", true);
    properties.put("flighthub.image-roots", images);
    properties.put("flighthub.result-root", results);
    // A model takes seconds here, not hours.
    properties.put("flighthub.poll.shortest", "1s");
    properties.put("flighthub.poll.longest", "2s");
    properties.put("flighthub.admission.full-pause", "2s");
    properties.put("flighthub.retry.first-pause", "1s");
    return new SpringApplicationBuilder(WorkerApplication.class)
        .initializers(
            context ->
                ((GenericApplicationContext) context)
                    .registerBean("demoListener", WorkerListener.class, () -> listener))
        .run(arguments(properties));
  }

  /** As arguments, because they win over {@code application.yaml}. */
  private static String[] arguments(Map<String, Object> properties) {
    return properties.entrySet().stream()
        .map(property -> "--%s=%s".formatted(property.getKey(), property.getValue()))
        .toArray(String[]::new);
  }
}
