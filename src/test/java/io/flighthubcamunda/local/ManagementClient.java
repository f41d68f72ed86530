package io.flighthubcamunda.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Reads what a worker serves to an operator's tools, as they do. */
public record ManagementClient(InetSocketAddress address) {

  public HttpResponse<String> get(String path) {
    return ask("GET", path);
  }

  public HttpResponse<String> ask(String method, String path) {
    var uri = URI.create("http://127.0.0.1:%d%s".formatted(address.getPort(), path));
    var request =
        HttpRequest.newBuilder(uri).method(method, HttpRequest.BodyPublishers.noBody()).build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public JsonNode json(String path) {
    try {
      return new ObjectMapper().readTree(get(path).body());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
