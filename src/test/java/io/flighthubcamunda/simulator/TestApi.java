package io.flighthubcamunda.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A plain HTTP client with the right headers, so that tests can leave single ones out. */
final class TestApi {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Simulator simulator;

  TestApi(Simulator simulator) {
    this.simulator = simulator;
  }

  Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-User-Token", simulator.settings().access().token());
    headers.put("X-Project-Uuid", simulator.settings().access().projectUuid());
    headers.put("X-Request-Id", UUID.randomUUID().toString());
    headers.put("X-Language", "en");
    return headers;
  }

  HttpResponse<String> send(String method, String path, String body, Map<String, String> headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(simulator.baseUrl() + path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  /** The envelope of an answer with HTTP 200. */
  JsonNode call(String method, String path, String body) {
    try {
      HttpResponse<String> response = send(method, "/openapi/v0.1" + path, body, headers());
      if (response.statusCode() != 200) {
        throw new AssertionError("HTTP " + response.statusCode() + " " + response.body());
      }
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  JsonNode get(String path) {
    return call("GET", path, "");
  }

  JsonNode delete(String path) {
    return call("DELETE", path, "");
  }

  JsonNode post(String path, Object body) {
    return call("POST", path, body == null ? "" : JSON.valueToTree(body).toString());
  }

  JsonNode obtainToken() {
    return post("/open_model/stores/obtain_token", null).path("data");
  }

  JsonNode register(String resource, JsonNode token, Map<String, String> etags) {
    List<Map<String, String>> files =
        etags.entrySet().stream()
            .map(file -> Map.of("name", file.getKey(), "etag", file.getValue()))
            .toList();
    return post(
        "/open_model/stores/upload_callback",
        Map.of(
            "resource_uuid",
            resource,
            "resource_name",
            "test site",
            "callback_param",
            token.path("callback_param").asText(),
            "files",
            files));
  }

  JsonNode start(String resource, String... types) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("resource_uuid", resource);
    for (String type : types) {
      body.put("parameter_" + type, "{\"parameter\":{}}");
    }
    body.put("delete_resource_if_finish", false);
    return post("/open_model/models/reconstruction/start", body);
  }

  /** Starts one type and returns the UUID of its model. */
  String started(String resource, String type) {
    JsonNode answer = start(resource, type);
    if (answer.path("code").asInt() != 0) {
      throw new AssertionError(answer.toString());
    }
    return answer.path("data").path("model_" + type).path("uuid").asText();
  }

  JsonNode model(String uuid) {
    return get("/open_model/models/" + uuid).path("data");
  }

  JsonNode stop(String uuid) {
    return post("/open_model/models/" + uuid + "/reconstruction/stop", null);
  }

  JsonNode running() {
    return get("/open_model/models/running").path("data").path("list");
  }

  JsonNode resource(String uuid) {
    return get("/open_model/resource/" + uuid);
  }

  /** Uploads these files with one fresh token, registers them and returns the resource. */
  String resourceOf(Map<String, byte[]> files) {
    String resource = UUID.randomUUID().toString();
    add(resource, files);
    return resource;
  }

  void add(String resource, Map<String, byte[]> files) {
    JsonNode token = obtainToken();
    try (TestStore store = new TestStore(token)) {
      Map<String, String> etags = new LinkedHashMap<>();
      files.forEach((name, content) -> etags.put(name, store.put(name, content)));
      JsonNode answer = register(resource, token, etags);
      if (answer.path("code").asInt() != 0) {
        throw new AssertionError(answer.toString());
      }
    }
  }

  /** A resource of so many photographs without content worth decoding. */
  String resourceOf(int photographs) {
    return resourceOf(photographs("DJI_", photographs));
  }

  static Map<String, byte[]> photographs(String prefix, int count) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 1; i <= count; i++) {
      files.put("%s%04d.JPG".formatted(prefix, i), new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) i});
    }
    return files;
  }
}
