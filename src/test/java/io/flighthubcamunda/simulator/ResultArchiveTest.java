package io.flighthubcamunda.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ResultArchiveTest extends SimulatorFixture {

  private static Map<String, byte[]> unzipped(byte[] archive) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }

  private Map<String, byte[]> resultOf(String resource) throws IOException {
    String model = api.started(resource, "3d");
    clock.moveSeconds(25);
    String key = api.model(model).path("zip_file_key").asText();
    try (TestStore store = new TestStore(api.obtainToken())) {
      return unzipped(store.getKey(key));
    }
  }

  private static JsonNode features(Map<String, byte[]> result) throws IOException {
    JsonNode json = new ObjectMapper().readTree(result.get("images.geojson"));
    assertThat(json.path("type").asText()).isEqualTo("FeatureCollection");
    return json.path("features");
  }

  @Test
  void shouldSayThatItIsSimulatedAndHoldWhatIsTrue() throws Exception {
    // given
    start();
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("red.jpg", TestPhotograph.at(0xFF0000, 46, 92, 198));
    files.put("green.jpg", TestPhotograph.plain(0x00FF00));
    files.put("blue.jpg", TestPhotograph.plain(0x0000FF));
    files.put("broken.jpg", new byte[] {(byte) 0xFF, (byte) 0xD8, 0});
    files.put("empty.jpg", new byte[0]);
    files.put("notes.txt", new byte[] {'x'});

    // when
    Map<String, byte[]> result = resultOf(api.resourceOf(files));

    // then
    assertThat(result).containsOnlyKeys("README.txt", "images.geojson", "overview.jpg");
    assertThat(new String(result.get("README.txt"), StandardCharsets.UTF_8))
        .startsWith("SIMULATED RESULT. No reconstruction was computed.");
    JsonNode features = features(result);
    assertThat(features)
        .extracting(feature -> feature.at("/properties/name").asText())
        .containsExactly("red.jpg", "green.jpg", "blue.jpg", "broken.jpg", "empty.jpg");
    assertThat(features.path(0).path("geometry").toString())
        .isEqualTo("{\"type\":\"Point\",\"coordinates\":[92.0,46.0,198.0]}");
    assertThat(features.path(0).at("/properties/altitude").asDouble()).isEqualTo(198);
    assertThat(features.path(1).path("geometry").isNull()).isTrue();
    BufferedImage sheet = ImageIO.read(new ByteArrayInputStream(result.get("overview.jpg")));
    assertThat(sheet.getWidth()).isEqualTo(5 * 120);
    assertThat(new Color(sheet.getRGB(60, 45)).getRed()).isGreaterThan(230);
    assertThat(new Color(sheet.getRGB(180, 45)).getGreen()).isGreaterThan(230);
    assertThat(new Color(sheet.getRGB(300, 45)).getBlue()).isGreaterThan(230);
    assertThat(new Color(sheet.getRGB(420, 45)).getRed()).isCloseTo(128, within(10));
  }

  @Test
  void shouldReadRealDronePhotographs() throws Exception {
    // given
    Optional<Path> folder = realPhotographs();
    assumeTrue(folder.isPresent(), "needs the sample photographs beside the repository");
    start();
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (Stream<Path> photographs = Files.list(folder.orElseThrow())) {
      for (Path photograph : photographs.sorted().limit(6).toList()) {
        files.put(photograph.getFileName().toString(), Files.readAllBytes(photograph));
      }
    }

    // when
    Map<String, byte[]> result = resultOf(api.resourceOf(files));

    // then
    JsonNode features = features(result);
    assertThat(features).hasSize(6);
    assertThat(features)
        .allSatisfy(
            feature -> {
              JsonNode place = feature.at("/geometry/coordinates");
              assertThat(place.path(0).asDouble()).isBetween(-91.9946, -91.9934);
              assertThat(place.path(1).asDouble()).isBetween(46.8422, 46.8431);
              assertThat(place.path(2).asDouble()).isBetween(198.2, 198.8);
              assertThat(feature.at("/properties/takenAt").asText()).startsWith("2016-06-23T16:3");
            });
    assertThat(ImageIO.read(new ByteArrayInputStream(result.get("overview.jpg"))).getWidth())
        .isEqualTo(6 * 120);
  }

  /** Looks upward, because a checkout can lie at any depth. */
  private static Optional<Path> realPhotographs() {
    return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
        .map(path -> path.resolve("shared/data/brighton-beach-fc300s/images"))
        .filter(Files::isDirectory)
        .findFirst();
  }

  @Test
  void shouldChooseAtMostFortyEightPhotographsEvenly() {
    // given
    List<ResourceFile> images =
        IntStream.range(0, 1000)
            .mapToObj(i -> new ResourceFile(i + ".jpg", "key", 1, Optional.empty()))
            .toList();

    // when
    List<ResourceFile> chosen = ContactSheet.evenlyChosen(images);

    // then
    assertThat(chosen).hasSize(48).doesNotHaveDuplicates();
    assertThat(chosen.get(24).name()).isEqualTo("500.jpg");
    assertThat(ContactSheet.evenlyChosen(images.subList(0, 5))).hasSize(5);
    assertThat(ContactSheet.evenlyChosen(List.of())).isEmpty();
  }

  @Test
  void shouldOfferADownloadAddressIfSet() throws Exception {
    // given
    start(settings -> settings.withDownloadUrl(true));
    String model = api.started(api.resourceOf(5), "3d");
    String path = "/model/download-url/" + model;
    assertThat(api.get(path).at("/data/url").asText()).isEmpty();

    // when
    clock.moveSeconds(25);
    URI url = URI.create(api.get(path).at("/data/url").asText());

    // then
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<byte[]> response =
          http.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofByteArray());
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(unzipped(response.body())).containsKey("README.txt");
      clock.moveSeconds(15 * 60);
      assertThat(
              http.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.discarding())
                  .statusCode())
          .isEqualTo(403);
    }
  }

  @Test
  void shouldLetOnlyItsOwnProjectReadTheResult() throws Exception {
    // given
    start(settings -> settings.withProjectCount(2));
    String model = api.started(api.resourceOf(5), "3d");
    clock.moveSeconds(25);
    String key = api.model(model).path("zip_file_key").asText();
    Map<String, String> headers = api.headers();
    headers.put("X-Project-Uuid", api.get("/project").at("/data/list/1/uuid").asText());
    String token =
        api.send("POST", "/openapi/v0.1/open_model/stores/obtain_token", "", headers).body();

    // when
    try (TestStore store = new TestStore(new ObjectMapper().readTree(token).path("data"))) {
      // then
      assertThatThrownBy(() -> store.getKey(key)).hasMessageContaining("403");
    }
  }
}
