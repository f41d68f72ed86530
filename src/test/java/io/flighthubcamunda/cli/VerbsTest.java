package io.flighthubcamunda.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flighthubcamunda.SharedByTests;
import io.flighthubcamunda.api.RawServer;
import io.flighthubcamunda.api.TestConnection;
import io.flighthubcamunda.simulator.Simulator;
import io.flighthubcamunda.simulator.SimulatorSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person sees who uses a verb, mostly who uses it wrongly. */
@ResourceLock(SharedByTests.PROCESS)
class VerbsTest {

  private final Terminal terminal = new Terminal();

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "cancel, KEY --survey --wait",
    "reconcile, --apply --wait flighthub.installation",
    "check, DIR --type",
    "reconstruct, DIR --type --name --parameters --preset --result-folder --keep-resource --time-limit",
    "reconstruct-many, LIST --type --name --parameters --preset --result-folder --keep-resource --time-limit"
        + " --summary",
    "worker, FLIGHTHUB_TOKEN flighthub.base-url flighthub.project-uuid flighthub.image-roots",
    "simulator, --port --store-port --bind-address --public-host --token --edition --queue-time"
        + " --reconstruction-time --packaging-time --credential-lifetime --store-directory --chaos --chaos-seed --chaos-stall"
        + " --clock-skew",
    "projects, FLIGHTHUB_TOKEN flighthub.base-url",
  })
  void shouldExplainEachOptionOfAVerb(String verb, String mentioned) {
    // when
    var code = terminal.run(verb, "--help");

    // then
    assertThat(code).isEqualTo(ExitCode.OK);
    assertThat(terminal.out()).contains(mentioned.split(" "));
    var options =
        FlightHubCamunda.commandLine().getSubcommands().get(verb).getCommandSpec().options();
    assertThat(options)
        .allSatisfy(
            option -> {
              assertThat(terminal.out()).contains(option.longestName());
              assertThat(option.description()).isNotEmpty();
            });
  }

  @Test
  void shouldShowTheVerbsWhenNoneIsGiven() {
    // when
    var code = terminal.run();

    // then
    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(terminal.err()).contains("reconstruct", "check", "worker", "simulator", "projects");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "check",
        "check . --nonsense",
        "check . more",
        "cancel",
        "cancel a b",
        "cancel a --wait 5",
        "cancel --survey 7",
        "reconcile now",
        "worker nonsense",
        "worker --flighthub.base-url http://localhost",
        "worker --nonsense.base-url=x",
        "reconstruct",
        "reconstruct . --time-limit 5",
        "reconstruct-many",
        "reconstruct-many . --types 4d",
        "reconstruct-many . --time-limit 5",
        "reconstruct-many . --summary s.xlsx",
        "reconstruct-many . --summary nowhere/s.csv",
        "simulator --edition gold",
        "simulator --queue-time 5",
        "simulator --port http",
        "projects 7",
      })
  void shouldAnswerAWrongCommandLineShortly(String arguments) {
    // when
    var code = terminal.run(arguments.split(" "));

    // then
    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(terminal.out()).isEmpty();
    assertThat(terminal.err()).isNotBlank().doesNotContain("Exception", "\tat ");
    assertThat(terminal.err().lines().count()).isLessThanOrEqualTo(3);
  }

  @Test
  void shouldSayWhatADurationLooksLike() {
    // when
    terminal.run("simulator", "--queue-time", "5");

    // then
    assertThat(terminal.err()).contains("'5' is no ISO-8601 duration such as PT20S");
  }

  @Test
  void shouldNotStartAReconstructionOfAMissingFolder() {
    // when
    var code = terminal.run("reconstruct", folder.resolve("missing").toString());

    // then
    assertThat(code).isEqualTo(ExitCode.FAILED);
    assertThat(terminal.err()).contains("does not exist").hasLineCount(1);
  }

  @Test
  void shouldNotStartAReconstructionOfNothing() {
    // when
    var code = terminal.run("reconstruct", folder.toString());

    // then
    assertThat(code).isEqualTo(ExitCode.FAILED);
    assertThat(terminal.err()).contains("hold no photographs").hasLineCount(1);
  }

  @Test
  void shouldNotStartASurveyWithAWrongListAndSayAllThatIsWrong() throws IOException {
    // given
    var list = Files.writeString(folder.resolve("season.csv"), "imageFolder\nnorth\nsouth\n");

    // when
    var code = terminal.run("reconstruct-many", list.toString());

    // then
    assertThat(code).isEqualTo(ExitCode.FAILED);
    assertThat(terminal.err().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("Row 2: ").contains("north", "does not exist"),
            line -> assertThat(line).startsWith("Row 3: ").contains("south", "does not exist"));
  }

  @ParameterizedTest
  @CsvSource({"reconstruct, .", "reconstruct-many, north"})
  void shouldSayThatNothingCanBeStartedWithoutAnEngine(String verb, Path images)
      throws IOException {
    // given
    TestPhotographs.write(Files.createDirectories(folder.resolve(images)), 5);

    // when
    var code =
        runWithSettings(
            verb, folder.toString(), "--camunda.client.grpc-address=" + TestConnection.nowhere());

    // then
    assertThat(code).isEqualTo(ExitCode.FAILED);
    assertThat(terminal.err()).contains("Camunda can't be reached").hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'3d={\"quality_level\":', The parameters of type 3d are not a JSON object",
    "'3d=[1]', The parameters of type 3d are not a JSON object",
    "'4d={}', There is no reconstruction type \"4d\"",
  })
  void shouldNotStartAReconstructionWithWrongParameters(String parameters, String sentence) {
    // when
    var code = terminal.run("reconstruct", folder.toString(), "--parameters", parameters);

    // then
    assertThat(code).isEqualTo(ExitCode.FAILED);
    assertThat(terminal.err()).contains(sentence).hasLineCount(1);
  }

  @Test
  void shouldListTheProjectsOfAllPages() {
    // given
    try (var simulator = Simulator.start(SimulatorSettings.defaults().withProjectCount(120))) {

      // when
      var code =
          terminal.run(
              "projects",
              "--flighthub.base-url=" + simulator.baseUrl(),
              "--flighthub.token=" + simulator.settings().access().token());

      // then
      assertThat(terminal.err()).isEmpty();
      assertThat(code).isEqualTo(ExitCode.OK);
      assertThat(terminal.out())
          .hasLineCount(120)
          .contains(simulator.settings().access().projectUuid() + "  Simulated project 1");
    }
  }

  @Test
  void shouldSayThatTheBaseUrlIsWrong() {
    // given
    try (var server = RawServer.answering(200, "<html>the web UI</html>")) {

      // when
      var code =
          terminal.run("projects", "--flighthub.base-url=" + server.uri(), "--flighthub.token=k");

      // then
      assertThat(code).isEqualTo(ExitCode.FAILED);
      assertThat(terminal.err()).contains("wrong base URL").hasLineCount(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--flighthub.base-url=http://localhost, FLIGHTHUB_TOKEN",
    "--flighthub.token=k, flighthub.base-url must be an http or https address",
    "--flighthub.batch.max-files=many, The setting flighthub.batch.max-files can't be used",
  })
  void shouldSayWhichSettingIsMissingOrWrong(String property, String sentence) {
    // given
    org.junit.jupiter.api.Assumptions.assumeTrue(System.getenv("FLIGHTHUB_TOKEN") == null);

    // when
    var code = terminal.run("projects", property);

    // then
    assertThat(code).isEqualTo(ExitCode.FAILED);
    assertThat(terminal.err()).contains(sentence).hasLineCount(1).doesNotContain("Exception");
  }

  @ParameterizedTest
  @CsvSource({
    "--flighthub.admission.slots=0, 'flighthub.admission.slots must be at least 1, but is 0.'",
    "--flighthub.admission.slots=-2, 'flighthub.admission.slots must be at least 1, but is -2.'",
    "--flighthub.admission.edition=gold, 'The setting flighthub.admission.edition can''t be used'",
    "--flighthub.admission.full-pause=0s, 'flighthub.admission.full-pause must be longer'",
  })
  void shouldNotOpenAGateThatCannotWork(String property, String sentence) {
    // when
    var code = runWithSettings("worker", property);

    // then
    assertThat(code).isEqualTo(ExitCode.FAILED);
    assertThat(terminal.err()).contains(sentence).hasLineCount(1).doesNotContain("Exception");
  }

  @Test
  void shouldSayThatTheEngineCannotBeReached() throws IOException {
    // when
    var code =
        runWithSettings("worker", "--camunda.client.grpc-address=" + TestConnection.nowhere());

    // then
    assertThat(code).isEqualTo(ExitCode.FAILED);
    assertThat(terminal.err())
        .contains("Camunda can't be reached")
        .contains("camunda.client.grpc-address")
        .hasLineCount(1);
  }

  @Test
  void shouldSayThatAPortIsTaken() throws IOException {
    // given
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = String.valueOf(taken.getLocalPort());

      // when
      var code = terminal.run("simulator", "--port", port, "--store-port", "0");

      // then
      assertThat(code).isEqualTo(ExitCode.FAILED);
      assertThat(terminal.err()).contains("port " + port).contains("in use").hasLineCount(1);
    }
  }

  @Test
  void shouldNotWorkWhenHealthAndMetricsCannotBeServed() throws IOException {
    // given
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {

      // when
      var code =
          runWithSettings(
              "worker",
              "--camunda.client.grpc-address=" + TestConnection.nowhere(),
              "--management.server.port=" + taken.getLocalPort());

      // then
      assertThat(code).isEqualTo(ExitCode.FAILED);
      assertThat(terminal.err())
          .startsWith(
              "Health and metrics can't be served on 127.0.0.1 port " + taken.getLocalPort())
          .contains("management.server.port")
          .hasLineCount(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--management.server.port=70000, management.server.port must be at most 65535",
    "--management.server.port=many, The setting management.server.port can't be used",
    "--management.server.address=no.such.host.invalid, The setting management.server.address",
  })
  void shouldSayWhatIsWrongWithTheManagementPort(String property, String sentence) {
    // when
    var code = runWithSettings("worker", property);

    // then
    assertThat(code).isEqualTo(ExitCode.FAILED);
    assertThat(terminal.err()).contains(sentence).hasLineCount(1).doesNotContain("Exception");
  }

  /** With all that a verb can't do without, at an address where nobody listens. */
  private int runWithSettings(String... arguments) {
    var settings =
        Stream.of(
            "--flighthub.base-url=http://127.0.0.1:9",
            "--flighthub.token=k",
            "--flighthub.project-uuid=p");
    return terminal.run(Stream.concat(Stream.of(arguments), settings).toArray(String[]::new));
  }
}
