package io.flighthubcamunda.bpmn;

import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The product's own diagrams, decisions and forms, as they lie on the class path. */
public final class ModelFiles {

  /** Begins by itself, which tests of other diagrams would notice. */
  private static final String RECONCILE = "reconcile.bpmn";

  private ModelFiles() {}

  /** File names without their ending, which are the ids of what they hold. */
  public static List<String> ids(String ending) {
    return resources(ending).map(file -> file.getFilename().replace("." + ending, "")).toList();
  }

  /** Process ids, for tests that try each. */
  static Stream<String> processes() {
    return ids("bpmn").stream();
  }

  /** Deploys all in one go, but for the one that would begin by itself. */
  public static void deploy(CamundaClient engine) {
    var paths =
        Stream.of("bpmn", "dmn", "form")
            .flatMap(ModelFiles::resources)
            .map(Resource::getFilename)
            .filter(name -> !name.equals(RECONCILE))
            .map("bpmn/"::concat)
            .toList();
    var command = engine.newDeployResourceCommand().addResourceFromClasspath(paths.getFirst());
    paths.stream().skip(1).forEach(command::addResourceFromClasspath);
    // A machine that is busy with other things needs more than the client's ten seconds.
    command.requestTimeout(Duration.ofMinutes(1)).send().join();
  }

  private static Stream<Resource> resources(String ending) {
    try {
      return Arrays.stream(
          new PathMatchingResourcePatternResolver().getResources("classpath:bpmn/*." + ending));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
