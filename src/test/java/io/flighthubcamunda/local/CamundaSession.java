package io.flighthubcamunda.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Asks a Camunda 8.6 with Operate and Tasklist over HTTP as its built-in user, and logs in whenever
 * Camunda does not know us.
 */
final class CamundaSession implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final URI camunda;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .connectTimeout(TIMEOUT)
          .build();

  /**
   * Connects to nothing yet.
   *
   * @param camunda any address of its pages
   */
  CamundaSession(URI camunda) {
    this.camunda = camunda;
  }

  /** A request that does not wait forever. */
  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(camunda.resolve(path)).timeout(TIMEOUT);
  }

  /**
   * Sends a request, and once more after a login when it was refused for want of one.
   *
   * @throws UncheckedIOException when nobody answers
   */
  HttpResponse<String> send(HttpRequest request) {
    HttpResponse<String> response = sendOnce(request);
    if (response.statusCode() != 401) {
      return response;
    }
    logIn();
    return sendOnce(request);
  }

  private void logIn() {
    HttpResponse<String> response =
        sendOnce(
            request("/api/login?username=demo&password=demo")
                .POST(BodyPublishers.noBody())
                .build());
    if (response.statusCode() / 100 != 2) {
      throw new IllegalStateException(
          "Camunda answered %d to the login of its built-in user".formatted(response.statusCode()));
    }
  }

  private HttpResponse<String> sendOnce(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while asking Camunda", e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
