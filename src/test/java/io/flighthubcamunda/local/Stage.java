package io.flighthubcamunda.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.CamundaClient;
import io.flighthubcamunda.cli.FlightHubCamunda;
import io.flighthubcamunda.simulator.Fault;
import io.flighthubcamunda.simulator.ModelType;
import io.flighthubcamunda.simulator.Operation;
import io.flighthubcamunda.simulator.Outcome;
import io.flighthubcamunda.simulator.Simulator;
import io.flighthubcamunda.simulator.SimulatorSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A real Camunda with workers and a simulated FlightHub for whoever plays an operator before it, as
 * the browser test in {@code tools/browser} does. Says in one line of JSON where everything is,
 * then does what each line asks for that comes to its {@link StageDoor}:
 *
 * <ul>
 *   <li>{@code start NAME TYPES}: starts a reconstruction; answers with its {@code key}
 *   <li>{@code start-late NAME TYPES}: the same, of one that is expected to take a second
 *   <li>{@code refuse-token}: the next question for a resource meets an organization key that
 *       FlightHub does not accept
 *   <li>{@code refuse-quota}: the next start finds no image quota left
 *   <li>{@code fail TYPE}: the next model of this type fails at 67 percent
 *   <li>{@code stick TYPE}: the next model of this type moves no further than 43 percent
 *   <li>{@code look-for NAME}: answers with what FlightHub holds of this image set: how many {@code
 *       photographs}, and how many models are {@code running} and how many there are ({@code
 *       models})
 * </ul>
 *
 * <p>It ends with its input.
 */
public final class Stage {

  /** Before the line that is meant for a program. */
  private static final String ANSWER = "stage ";

  /** Fact sheet 1.4. */
  private static final int TOKEN_REFUSED = 200401;

  /** Invented by the simulator, as FlightHub's own is unknown (fact sheet 2.12). */
  private static final int QUOTA_USED_UP = 910002;

  /** FlightHub's own are unknown (fact sheet 2.12). */
  private static final int ERROR_CODE = 900008;

  /** Of a resource (fact sheet 2.11). */
  private static final int USABLE = 1;

  /** Queued and reconstructing (fact sheet 2.10). */
  private static final Set<Integer> RUNNING = Set.of(12, 14);

  private final CamundaClient engine;
  private final Simulator simulator;
  private final Path images;

  private Stage(CamundaClient engine, Simulator simulator, Path images) {
    this.engine = engine;
    this.simulator = simulator;
    this.images = images;
  }

  public static void main(String[] args) {
    MavenChild.play(Stage::play);
  }

  private static void play(DemoSettings settings) throws IOException {
    var images = surveys();
    var results = settings.workDirectory().resolveSibling("stage-results").toAbsolutePath();
    var flightHub = hurried();
    try (var camunda =
            RealCamunda.start(
                settings.workDirectory(),
                LocalPorts.from(System.getProperties()),
                System.out::println);
        var simulator = Simulator.start(flightHub);
        var workers =
            DemoWorkers.start(camunda, simulator, flightHub, images, results, new DemoListener());
        var door =
            StageDoor.open(
                new Stage(workers.getBean(CamundaClient.class), simulator, images)::act)) {
      var places = places(camunda, images, door);
      System.out.println(ANSWER + new ObjectMapper().writeValueAsString(places));
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }

  /** Whoever plays an operator watches other things than models in the making. */
  private static SimulatorSettings hurried() {
    return SimulatorSettings.defaults()
        .withQueueTime(Duration.ofSeconds(1))
        .withReconstructionTime(Duration.ofSeconds(3))
        .withPackagingTime(Duration.ofSeconds(1));
  }

  /** A folder with a name that may be shown in a picture. */
  private static Path surveys() throws IOException {
    var temporary = Path.of(System.getProperty("java.io.tmpdir")).toRealPath();
    return SamplePhotographs.renderInto(temporary.resolve("surveys").resolve("old-mill"));
  }

  private static Map<String, Object> places(RealCamunda camunda, Path images, StageDoor door) {
    var operate = camunda.operateAddress().orElseThrow();
    return Map.of(
        "stage", door.address().toString(),
        "operate", operate.toString(),
        "tasklist", operate.resolve("/tasklist").toString(),
        "images", images.toString(),
        "verb", JavaChild.command(FlightHubCamunda.class, List.of(), List.of()),
        "engine", "--camunda.client.grpc-address=" + camunda.grpcAddress());
  }

  private Map<String, Object> act(String line) {
    var words = new ArrayList<>(List.of(line.split(" ")));
    var verb = words.removeFirst();
    return switch (verb) {
      case "start" -> start(words, Map.of());
      case "start-late" -> start(words, Map.of("expectedDuration", "PT1S"));
      case "refuse-token" ->
          refuse(Operation.GET_RESOURCE, TOKEN_REFUSED, "X-User-Token is not valid");
      case "refuse-quota" -> refuse(Operation.START, QUOTA_USED_UP, "the image quota is used up");
      case "fail" -> let(words.getFirst(), new Outcome.Fail(ERROR_CODE, 67));
      case "stick" -> let(words.getFirst(), new Outcome.Stuck(43));
      case "look-for" -> held(String.join(" ", words));
      default -> Map.of("error", "The stage does not know \"" + line + "\".");
    };
  }

  private Map<String, Object> refuse(Operation operation, int code, String message) {
    simulator.faults().next(operation, new Fault.Code(code, message));
    return Map.of();
  }

  private Map<String, Object> let(String type, Outcome outcome) {
    simulator.outcomes().next(type(type), outcome);
    return Map.of();
  }

  private Map<String, Object> start(List<String> words, Map<String, Object> more) {
    var variables = new HashMap<>(more);
    variables.put("imageFolder", images.toString());
    variables.put("types", List.of(words.removeLast().split(",")));
    variables.put("imageSetName", String.join(" ", words));
    var key =
        engine
            .newCreateInstanceCommand()
            .bpmnProcessId("reconstruct-images")
            .latestVersion()
            .variables(variables)
            .send()
            .join()
            .getProcessInstanceKey();
    return Map.of("key", String.valueOf(key));
  }

  private Map<String, Object> held(String imageSetName) {
    var resource =
        simulator.flightHub().resources().stream()
            .filter(known -> known.name().equals(imageSetName))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("There never was a " + imageSetName + "."));
    var models =
        simulator.flightHub().models().stream()
            .filter(model -> model.resourceUuid().equals(resource.uuid()))
            .filter(model -> !model.deleted())
            .toList();
    return Map.of(
        "photographs", resource.status() == USABLE ? resource.fileNames().size() : 0,
        "running", models.stream().filter(model -> RUNNING.contains(model.status())).count(),
        "models", models.size());
  }

  private static ModelType type(String name) {
    return Arrays.stream(ModelType.values())
        .filter(type -> type.shortName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no type " + name + "."));
  }
}
