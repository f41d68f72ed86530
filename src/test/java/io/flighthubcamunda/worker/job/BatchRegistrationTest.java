package io.flighthubcamunda.worker.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.CamundaClient;
import io.flighthubcamunda.api.RawServer;
import io.flighthubcamunda.api.TestConnection;
import io.flighthubcamunda.upload.UploadedFile;
import io.flighthubcamunda.worker.config.FlightHubProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Against a FlightHub that answers what a test wants. */
class BatchRegistrationTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final BatchRegistration.Target TARGET =
      new BatchRegistration.Target("5b0b2b0e-3d53-4d0c-9a0a-3c8f5f0f7a12", "site", true);

  /** Never asked here: the resource is to be kept whatever becomes of the instance. */
  private final CamundaClient engine =
      CamundaClient.newClientBuilder().grpcAddress(URI.create("http://127.0.0.1:1")).build();

  @AfterEach
  void close() {
    engine.close();
  }

  private static List<UploadedFile> files(String... names) {
    return Stream.of(names).map(name -> new UploadedFile(name, "\"e-" + name + "\"")).toList();
  }

  /**
   * @param taken names in each answer, separated by blanks; the last one counts for all that follow
   */
  private static RawServer taking(String... taken) {
    return RawServer.answering(
        (exchange, raw) -> {
          var names = taken[Math.min(raw.asked().size(), taken.length) - 1];
          var list =
              Stream.of(names.split(" "))
                  .filter(name -> !name.isEmpty())
                  .map(name -> "\"" + name + "\"")
                  .collect(Collectors.joining(","));
          RawServer.send(
              exchange,
              200,
              Map.of("Content-Type", "application/json"),
              "{\"code\":0,\"message\":\"\",\"data\":{\"file_name_list\":[" + list + "]}}");
        });
  }

  private List<UploadedFile> register(RawServer server, List<UploadedFile> files) {
    var properties =
        new Binder(new MapConfigurationPropertySource(Map.of()))
            .bindOrCreate("flighthub", FlightHubProperties.class);
    return new BatchRegistration(engine, TestConnection.openModel(server.uri()), properties)
        .register(TARGET, "opaque", files, null);
  }

  /** Names in a request, in its order. */
  private static List<String> asked(RawServer server, int request) {
    try {
      var files = JSON.readTree(server.asked().get(request).body()).path("files");
      return IntStream.range(0, files.size())
          .mapToObj(files::get)
          .map(file -> file.path("name"))
          .map(JsonNode::asText)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void shouldRegisterOnceWhatFlightHubTakesAtOnce() {
    try (var server = taking("A.JPG B.JPG")) {
      assertThat(register(server, files("A.JPG", "B.JPG"))).isEmpty();
      assertThat(server.asked()).hasSize(1);
    }
  }

  @Test
  void shouldRegisterOnlyThoseAgainThatTheAnswerLeavesOut() {
    try (var server = taking("C.JPG A.JPG", "B.JPG D.JPG")) {
      // when
      var missing = register(server, files("A.JPG", "B.JPG", "C.JPG", "D.JPG"));

      // then
      assertThat(missing).isEmpty();
      assertThat(server.asked()).hasSize(2);
      assertThat(asked(server, 0)).containsExactly("A.JPG", "B.JPG", "C.JPG", "D.JPG");
      assertThat(asked(server, 1)).containsExactly("B.JPG", "D.JPG");
    }
  }

  @Test
  void shouldNameThoseThatAreLeftOutTwice() {
    try (var server = taking("A.JPG", "")) {
      // when
      var missing = register(server, files("A.JPG", "B.JPG"));

      // then
      assertThat(missing).extracting(UploadedFile::name).containsExactly("B.JPG");
      assertThat(server.asked()).hasSize(2);
      assertThat(asked(server, 1)).containsExactly("B.JPG");
    }
  }

  @Test
  void shouldAskForNothingWhereThereIsNothingToRegister() {
    try (var server = taking("")) {
      assertThat(register(server, List.of())).isEmpty();
      assertThat(server.asked()).isEmpty();
    }
  }
}
